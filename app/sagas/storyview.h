// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/style/theme.h>

#include <QListView>

namespace app::sagas {

class BeatPainter;

// The sequence diagram: a list whose rows are its steps, below the names of who takes part. GUI thread.
class StoryView : public QListView
{
    Q_OBJECT
public:
    explicit StoryView(QWidget *parent = nullptr);
    void setTheme(const style::Theme &theme);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void updateGeometries() override;
    void paintEvent(QPaintEvent *event) override;

private:
    class Names;
    Names *m_names;
    BeatPainter *m_painter;
    style::Theme m_theme;
};

} // namespace app::sagas
