// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;

namespace app::shell {

// What a person should know, in place and in whole sentences, until it is put away; hidden when there is
// nothing. A newer notice takes the place of an older one. GUI thread.
class NoticeBar : public QFrame
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent = nullptr);

    void show(const QString &words); // empty: hides it

private:
    QLabel *m_words;
};

} // namespace app::shell
