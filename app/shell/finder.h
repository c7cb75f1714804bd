// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "findermodel.h"

#include <app/style/theme.h>

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;

namespace app::shell {

class FinderRows;

// A line to type into and what fits it, over the window: for acts (Ctrl+K) and for things (Ctrl+F). Used by
// the keyboard alone: letters find, arrows point, Enter chooses, Escape or going elsewhere puts it away.
// Belongs to the window. GUI thread.
class Finder : public QFrame
{
    Q_OBJECT
public:
    explicit Finder(QWidget &window);

    void setTheme(const style::Theme &theme);
    // `what` is a name and a hint in one: "Do anything", "Find a service, endpoint, topic or database".
    void open(const QString &what, std::vector<Findable> all);
    FinderModel &model() { return *m_model; }

Q_SIGNALS:
    void nothingFits(); // or only what would harm: what was pointed at is not any more
    void closed(); // whether something was chosen or not; what was pointed at is not any more

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void chooseCurrent();
    void point(int by);
    void setCurrent(int row);
    void place();

    QWidget &m_window;
    QLineEdit *m_typed;
    QListView *m_list;
    QLabel *m_nothing;
    FinderModel *m_model;
    FinderRows *m_rows;
    int m_row = 0; // its height in pixels
    QPointer<QWidget> m_before; // who had the keyboard
};

} // namespace app::shell
