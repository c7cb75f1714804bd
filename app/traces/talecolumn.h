// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "talemodel.h"

#include <app/style/theme.h>

#include <QListView>
#include <QWidget>

class QLabel;

namespace app::tables {
class HealthColours;
}

namespace app::traces {

// One request's story in one shape: how it fared in a line, and its sentences below. GUI thread.
class TaleColumn : public QWidget
{
    Q_OBJECT
public:
    explicit TaleColumn(QString shape, QWidget *parent = nullptr);

    void setTheme(const style::Theme &theme);
    void tell(const Tale &tale);
    const Tale &tale() const { return m_tale; }
    int step() const { return m_list->currentIndex().row(); } // -1: none
    void turnTo(int step);
    // To the step that is about the same as this one of another shape, if there is any.
    void turnToLike(const TaleStep &step);
    QListView &list() { return *m_list; }

Q_SIGNALS:
    void turned(int step);

private:
    QString m_shape;
    Tale m_tale;
    TaleModel *m_model;
    tables::HealthColours *m_colours;
    QLabel *m_heading;
    QListView *m_list;
};

} // namespace app::traces
