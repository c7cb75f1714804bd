// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "unittotals.h"

#include <app/style/theme.h>

#include <QWidget>

#include <deque>

class QLabel;

namespace app::inspector {

class Sparkline;

// How a unit does at the moment: requests, their p95, errors, and the last minute of requests as a line.
// GUI thread.
class LiveFigures : public QWidget
{
    Q_OBJECT
public:
    explicit LiveFigures(QWidget *parent = nullptr);

    void setTheme(const style::Theme &theme);
    void show(const UnitTotals &totals);
    void showPast(std::deque<double> requestsPerSecond);

private:
    QLabel *m_requests;
    QLabel *m_p95;
    QLabel *m_errors;
    Sparkline *m_sparkline;
};

} // namespace app::inspector
