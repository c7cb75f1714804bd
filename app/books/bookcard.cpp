// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bookcard.h"

#include <app/style/label.h>
#include <app/wording/orders.h>

#include <QGridLayout>
#include <QLabel>
#include <QLocale>

#include <algorithm>

namespace app::books {

using namespace Qt::StringLiterals;
using style::Role;

namespace {

qint64 sumOf(const Audit &audit, const QString &what)
{
    const auto sum = std::ranges::find(audit.sums, what, &services::experiment::AuditSum::what);
    return sum != audit.sums.end() ? sum->amount : 0;
}

// "€ 12.30 ordered and charged": what must be the same, in one figure when it is.
QString pair(const QString &one, const QString &other, const QString &same, const QString &unlike)
{
    return one == other ? same.arg(one) : unlike.arg(one, other);
}

QString sumsOf(const Audit &audit)
{
    const auto money = [&](const QString &what) { return wording::money(sumOf(audit, what), u"EUR"_s); };
    const auto pieces = [&](const QString &what) { return QLocale().toString(sumOf(audit, what)); };
    return QStringList{pair(money(u"cents ordered"_s), money(u"cents charged"_s),
                            BookCard::tr("%1 ordered and charged"), BookCard::tr("%1 ordered, %2 charged")),
                       pair(pieces(u"pieces ordered"_s), pieces(u"pieces taken from stock"_s),
                            BookCard::tr("%1 pieces ordered and taken"),
                            BookCard::tr("%1 pieces ordered, %2 taken")),
                       BookCard::tr("%1 parcels, %2 mails").arg(pieces(u"parcels"_s), pieces(u"mails"_s))}
        .join(u" · "_s);
}

// What sagas cost, and what one transaction would buy where it could be had.
QString effortOf(const Audit &audit)
{
    if (audit.efforts.empty())
        return {};
    const auto &effort = audit.efforts.front();
    const auto number = [](qint64 amount) { return QLocale().toString(amount); };
    const QString saga = BookCard::tr("%1 commits for %2 purchases, %3 taken up again")
                             .arg(number(effort.commits), number(effort.purchases), number(effort.takenUp));
    return effort.isInOneStore ? BookCard::tr("%1; one transaction each would be %2, with nothing to undo")
                                     .arg(saga, number(effort.purchases))
                               : BookCard::tr("%1; no transaction spans their stores").arg(saga);
}

std::pair<Role, Role> rolesOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Balanced:
    case Verdict::Moving:
        return {Role::Good, Role::GoodFill};
    case Verdict::Wrong:
        return {Role::Bad, Role::BadFill};
    case Verdict::Unreadable:
        return {Role::Warning, Role::WarningFill};
    case Verdict::Unknown:
        break;
    }
    return {Role::Neutral, Role::NeutralFill};
}

} // namespace

BookCard::BookCard(const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_title(style::label(title, "heading"))
    , m_chip(style::label({}, ""))
    , m_sums(style::label({}, "subtle"))
{
    setProperty("kind", u"card"_s);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 8, 12, 8);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(1);
    m_chip->setWordWrap(false);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_chip);
    grid->addLayout(head, 0, 0, 1, 3);
    m_inFlight = addFigure(
        tr("In flight"),
        tr("Measured: orders that are not settled yet, and messages that somebody still has to act on"), 0);
    m_resolved = addFigure(
        tr("Resolved"),
        tr("Measured: orders that are settled: confirmed, or undone because something was not there"), 1);
    m_wrong = addFigure(
        tr("Wrong"), tr("Measured: contradictions between the stores that two readings in a row have found"),
        2);
    m_sums->setContentsMargins(0, 4, 0, 0);
    grid->addWidget(m_sums, 4, 0, 1, 3, Qt::AlignTop);
    grid->setRowStretch(4, 1);
    say(tr("Reading the books…"));
}

BookCard::Figure BookCard::addFigure(const QString &name, const QString &origin, int column)
{
    Figure figure{name, style::label(u"–"_s, "title"), style::label({}, "small")};
    auto *grid = static_cast<QGridLayout *>(layout());
    grid->addWidget(style::label(name, "subtle"), 1, column);
    grid->addWidget(figure.number, 2, column);
    grid->addWidget(figure.words, 3, column, Qt::AlignTop);
    grid->setColumnStretch(column, 1);
    figure.number->setToolTip(style::tip(origin));
    return figure;
}

void BookCard::fill(const Figure &figure, qint64 number, const QString &words)
{
    figure.number->setText(QLocale().toString(number));
    figure.number->setAccessibleName(tr("%1: %2").arg(figure.name).arg(number));
    figure.words->setText(words);
}

QString BookCard::words(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Balanced:
    case Verdict::Moving:
        return tr("✓ Balance");
    case Verdict::Wrong:
        return tr("✗ Do not balance");
    case Verdict::Unreadable:
        return tr("? Cannot be read");
    case Verdict::Unknown:
        break;
    }
    return tr("… Not read yet");
}

void BookCard::show(const Standing &standing)
{
    const auto &audit = standing.audit;
    const auto &orders = standing.orders;
    fill(m_inFlight, audit.inFlight, tr("and %n messages", nullptr, static_cast<int>(audit.waiting)));
    fill(m_resolved, orders.confirmed + orders.givenUp, tr("%1 of them undone").arg(orders.givenUp));
    fill(m_wrong, static_cast<qint64>(audit.wrong.size()),
         audit.wrong.empty() ? tr("nothing") : tr("see the list"));
    m_sums->setText(QStringList{sumsOf(audit), effortOf(audit)}.join(u'\n').trimmed());
    m_sums->setToolTip(style::tip(
        tr("Measured: sums of the stores as they are at the moment. An order in flight is in one of them "
           "already and not yet in the other. A commit is a step of a purchase that was written down, in "
           "the stores of orders, payments and inventory.")));
    dress(standing.verdict());
}

void BookCard::say(const QString &words)
{
    m_sums->setText(words);
    dress(Verdict::Unknown);
}

void BookCard::setTheme(const style::Theme &theme)
{
    m_theme = theme;
    m_dressed.reset();
    dress(m_verdict);
}

void BookCard::dress(Verdict verdict)
{
    m_verdict = verdict;
    if (std::exchange(m_dressed, verdict) == verdict)
        return;
    m_chip->setText(words(m_verdict));
    const auto [text, fill] = rolesOf(m_verdict);
    m_chip->setStyleSheet(
        u"color: %1; background: %2; border-radius: 9px; padding: 2px 9px; font-weight: 600;"_s.arg(
            m_theme.color(text).name(), m_theme.color(fill).name()));
    const bool isWrong = m_verdict == Verdict::Wrong;
    m_wrong.number->setStyleSheet(isWrong ? u"color: %1;"_s.arg(m_theme.color(Role::Bad).name()) : QString());
}

} // namespace app::books
