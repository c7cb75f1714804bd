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

// One request's story in one shape: how it fared in a line, and its sentences below. Shows the step that it
// is told, and says which one a person points at. GUI thread.
class TaleColumn : public QWidget
{
    Q_OBJECT
public:
    explicit TaleColumn(QString shape, QWidget *parent = nullptr);

    void setTheme(const style::Theme &theme);
    void tell(const Tale &tale);
    const Tale &tale() const { return m_tale; }
    int step() const { return m_step; } // -1: none
    void turnTo(int step);
    QListView &list() { return *m_list; }

Q_SIGNALS:
    void chosen(int step); // by a person

private:
    QString m_shape;
    Tale m_tale;
    int m_step = -1;
    TaleModel *m_model;
    tables::HealthColours *m_colours;
    QLabel *m_heading;
    QListView *m_list;
};

} // namespace app::traces
