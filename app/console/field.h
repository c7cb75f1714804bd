// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;

namespace app::console {

// An editor with the place below it where its error stands. GUI thread.
class Field : public QWidget
{
    Q_OBJECT
public:
    // Takes the editor, whose name a screen reader tells.
    Field(const QString &name, QWidget *editor, QWidget *parent = nullptr);

    QWidget *editor() const { return m_editor; }
    QString error() const;
    void complain(const QString &words); // empty: all is well

private:
    QWidget *m_editor;
    QLabel *m_error;
};

} // namespace app::console
