// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bookkeeping.h"

#include <app/style/theme.h>

#include <QFrame>

#include <optional>

class QLabel;

namespace app::books {

// The books of one fleet in sum: in flight, resolved, wrong, and the sums that must be the same. GUI thread.
class BookCard : public QFrame
{
    Q_OBJECT
public:
    explicit BookCard(const QString &title, QWidget *parent = nullptr);

    void setTheme(const style::Theme &theme);
    void show(const Standing &standing);
    void say(const QString &words); // why there is nothing to show

    static QString words(Verdict verdict); // "✓ Balance"

private:
    struct Figure
    {
        QString name;
        QLabel *number;
        QLabel *words;
    };
    Figure addFigure(const QString &name, const QString &origin, int column);
    static void fill(const Figure &figure, qint64 number, const QString &words);
    void dress(Verdict verdict);

    Verdict m_verdict = Verdict::Unknown;
    std::optional<Verdict> m_dressed; // as which
    style::Theme m_theme;
    QLabel *m_title;
    QLabel *m_chip;
    Figure m_inFlight;
    Figure m_resolved;
    Figure m_wrong;
    QLabel *m_sums;
};

} // namespace app::books
