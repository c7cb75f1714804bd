// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

namespace app::shell {

// What to try first, for somebody who has never been here. Put away once, it never returns. GUI thread.
class FirstHint : public QFrame
{
    Q_OBJECT
public:
    explicit FirstHint(QWidget *parent = nullptr);

Q_SIGNALS:
    void putAway();
};

} // namespace app::shell
