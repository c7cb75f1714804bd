// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "comparisonmodel.h"

#include "tale.h"

#include <app/tables/healthcolours.h>
#include <app/wording/figures.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace app::traces {

using namespace Qt::StringLiterals;
using model::telemetry::Span;
using model::telemetry::Trace;
using wording::Health;

namespace {

constexpr double clearly = 2; // times as long
constexpr std::chrono::milliseconds worthAWord{2};

using PieceKey = std::tuple<int, QString, QString, int>; // kind, who, what, the how-manieth

// Of the whole; null: there is none.
const Span *rootOf(const Trace &trace)
{
    return trace.isEmpty() ? nullptr : &trace.node(trace.root()).span;
}

// In the order of the trace, but for the whole.
std::vector<std::pair<PieceKey, const Span *>> piecesOf(const Trace &trace)
{
    std::map<std::tuple<int, QString, QString>, int> counts;
    std::vector<std::pair<PieceKey, const Span *>> pieces;
    for (const auto &node : trace.nodes()) {
        const auto &span = node.span;
        if (&span == rootOf(trace))
            continue;
        const std::tuple key(static_cast<int>(span.kind), span.endpoint.capability.value,
                             span.endpoint.operation);
        pieces.push_back({std::tuple_cat(key, std::tuple(counts[key]++)), &span});
    }
    return pieces;
}

QString timeOf(const Span *span)
{
    if (span == nullptr)
        return u"–"_s;
    const QString time = wording::milliseconds(span->duration);
    return span->failure.has_value() ? u"✕ "_s + time : time;
}

QString signOf(qint64 more)
{
    return more < 0 ? u"−"_s : u"+"_s;
}

ComparedRow hopsOf(const Trace &one, const Trace &other)
{
    const auto words
        = [](const Trace &trace) { return trace.isEmpty() ? u"–"_s : QString::number(trace.hops()); };
    ComparedRow row{ComparisonModel::tr("Hops: calls over the network"), words(one), words(other), {}};
    const int more = other.hops() - one.hops();
    if (!one.isEmpty() && !other.isEmpty())
        row.difference = signOf(more) + QString::number(std::abs(more));
    return row;
}

ComparedRow rowOf(const QString &title, const Span *one, const Span *other)
{
    ComparedRow row{title, timeOf(one), timeOf(other), {}};
    if (other != nullptr && other->failure.has_value())
        row.health = Health::Bad;
    if (one == nullptr || other == nullptr)
        return row;
    const auto more = other->duration - one->duration;
    const double factor = static_cast<double>(other->duration.count())
        / static_cast<double>(std::max<qint64>(1, one->duration.count()));
    row.difference = signOf(more.count()) + wording::milliseconds(std::chrono::abs(more));
    if (row.health == Health::Neutral && factor >= clearly && more > worthAWord)
        row.health = Health::Degraded;
    if (row.health == Health::Neutral && factor <= 1 / clearly && -more > worthAWord)
        row.health = Health::Good;
    return row;
}

} // namespace

ComparisonModel::ComparisonModel(QObject *parent)
    : RowsModel(parent)
{
}

void ComparisonModel::setNames(const QString &one, const QString &other)
{
    m_one = one;
    m_other = other;
    Q_EMIT headerDataChanged(Qt::Horizontal, OneColumn, OtherColumn);
}

void ComparisonModel::show(const NamedTrace &one,
                           const NamedTrace &other,
                           const model::system::System &system)
{
    setNames(one.name, other.name);
    const auto ofOther = piecesOf(other.trace);
    std::map<PieceKey, const Span *> left(ofOther.begin(), ofOther.end());
    std::vector<ComparedRow> rows{rowOf(tr("In all"), rootOf(one.trace), rootOf(other.trace)),
                                  hopsOf(one.trace, other.trace)};
    for (const auto &[key, span] : piecesOf(one.trace)) {
        const auto same = left.find(key);
        rows.push_back(rowOf(titleOf(*span, system), span, same == left.end() ? nullptr : same->second));
        if (same != left.end())
            left.erase(same);
    }
    for (const auto &[key, span] : ofOther) {
        if (left.contains(key))
            rows.push_back(rowOf(titleOf(*span, system), nullptr, span));
    }
    replace(std::move(rows));
}

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &compared = row(index.row());
    if (role == tables::healthRole && index.column() >= OtherColumn && compared.health != Health::Neutral)
        return static_cast<int>(compared.health);
    if (role == Qt::TextAlignmentRole && index.column() != WhatColumn)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return tr("%1: %2 %3, %4 %5, measured")
            .arg(compared.title, m_one, compared.one, m_other, compared.other);
    if (role != Qt::DisplayRole)
        return {};
    const QString texts[] = {compared.title, compared.one, compared.other, compared.difference};
    return texts[index.column()];
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= Columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == WhatColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const QString titles[] = {tr("Piece of both requests"), m_one, m_other, tr("Difference")};
    return titles[section];
}

} // namespace app::traces
