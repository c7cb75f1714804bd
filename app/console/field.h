// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace app::console {

// An editor with the place below it where its error stands, and beside that a way out of it. GUI thread.
class Field : public QWidget
{
    Q_OBJECT
public:
    // Takes the editor, whose name a screen reader tells.
    Field(const QString &name, QWidget *editor, QWidget *parent = nullptr);

    QWidget *editor() const { return m_editor; }
    QString error() const;
    // Empty: all is well. `wayOut` is written on the button beside it; empty: there is none.
    void complain(const QString &words, const QString &wayOut = {});
    // Brings the editor and its error in sight and the keyboard to it; of a text of several lines to that
    // letter, unless it is -1.
    void visit(qsizetype place);

Q_SIGNALS:
    void wayOutTaken();

private:
    QWidget *m_editor;
    QLabel *m_error;
    QPushButton *m_wayOut;
};

} // namespace app::console
