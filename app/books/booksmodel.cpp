// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "booksmodel.h"

#include <app/tables/healthcolours.h>
#include <app/wording/orders.h>

#include <QCoreApplication>

namespace app::books {

using namespace Qt::StringLiterals;
using wording::Health;

namespace {

constexpr size_t mostWrong = 500; // rows; the sums count all

// The words of damages are the shop's.
QString ofDamages(const QString &words)
{
    return QCoreApplication::translate("services::shop::audit", words.toUtf8().constData());
}

} // namespace

BooksModel::BooksModel(QObject *parent)
    : RowsModel(parent)
{
}

void BooksModel::addWrong(const Standing &standing, Rows &rows)
{
    for (const auto &finding : standing.audit.wrong) {
        if (rows.size() >= mostWrong)
            return;
        const auto kind = standing.audit.kinds.value(finding.damage);
        rows.push_back({Health::Bad, standing.title, finding.subject, tr("✗ %1").arg(ofDamages(kind.title)),
                        finding.sentence, ofDamages(kind.meaning)});
    }
    for (const auto &why : standing.audit.unread)
        rows.push_back({Health::Degraded, standing.title, {}, tr("? Cannot be read"), why, {}});
}

void BooksModel::addMoving(const Standing &standing, Rows &rows)
{
    for (const auto &order : standing.orders.latestOpen) {
        QString words = wording::words(order.state);
        if (!order.failure.isEmpty())
            words = tr("%1: %2").arg(words, order.failure);
        if (order.tries > 0)
            words = tr("%1 (tried %2 times)").arg(words).arg(order.tries);
        rows.push_back({Health::Degraded, standing.title, order.id, tr("◐ In flight"), words, {}});
    }
    const QString whose = standing.title + u": "_s; // which another column says
    for (const auto &sentence : standing.audit.moving)
        rows.push_back({Health::Neutral,
                        standing.title,
                        {},
                        tr("⋯ On its way"),
                        sentence.startsWith(whose) ? sentence.mid(whose.size()) : sentence,
                        {}});
}

void BooksModel::addResolved(const Standing &standing, Rows &rows)
{
    for (const auto &order : standing.orders.latestGivenUp) {
        rows.push_back({Health::Good,
                        standing.title,
                        order.id,
                        tr("✓ Resolved"),
                        tr("%1, nothing is owed: %2").arg(wording::words(order.state), order.failure),
                        {}});
    }
}

void BooksModel::show(const std::vector<Standing> &standings)
{
    Rows rows;
    for (const auto add : {&BooksModel::addWrong, &BooksModel::addMoving, &BooksModel::addResolved}) {
        for (const auto &standing : standings)
            add(standing, rows);
    }
    replace(std::move(rows));
}

int BooksModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant BooksModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &entry = row(index.row());
    if (role == tables::healthRole && index.column() == StateColumn)
        return static_cast<int>(entry.health);
    if (role == Qt::ToolTipRole)
        return index.column() == StateColumn  ? entry.meaning
            : index.column() == SubjectColumn ? entry.subject
                                              : entry.words;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case FleetColumn:
        return entry.fleet;
    case SubjectColumn:
        return wording::shortName(entry.subject);
    case StateColumn:
        return entry.state;
    default:
        return entry.words;
    }
}

QVariant BooksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= Columns)
        return {};
    const QString titles[] = {tr("Shape"), tr("Order"), tr("State"), tr("What")};
    return titles[section];
}

} // namespace app::books
