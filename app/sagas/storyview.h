// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/tables/headedlist.h>

namespace app::sagas {

class BeatPainter;

// The sequence diagram: a list whose rows are its steps, below the names of who takes part. GUI thread.
class StoryView : public tables::HeadedList
{
    Q_OBJECT
public:
    explicit StoryView(QWidget *parent = nullptr);
    void setTheme(const style::Theme &theme);

protected:
    void paintHead(QPainter &painter, const QRectF &place) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    BeatPainter *m_painter;
};

} // namespace app::sagas
