// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journeysmodel.h"

#include <app/wording/journeys.h>

#include <algorithm>
#include <utility>

namespace app::journeys {

using namespace Qt::StringLiterals;

JourneysModel::JourneysModel(const model::system::System &system,
                             const QStringList &fleetTitles,
                             QObject *parent)
    : QAbstractTableModel(parent)
    , m_fleets(fleetTitles)
{
    for (const auto &journey : system.journeys)
        m_rows.push_back(
            {journey.id, journey.title, std::vector<Cell>(static_cast<size_t>(fleetTitles.size()))});
}

void JourneysModel::show(const services::platform::Snapshot &snapshot)
{
    const auto fleets = std::min(snapshot.fleets.size(), static_cast<size_t>(m_fleets.size()));
    for (size_t fleet = 0; fleet < fleets; ++fleet) {
        for (const auto &journey : snapshot.fleets[fleet].journeys) {
            const auto row = std::ranges::find(m_rows, journey.journey, &Row::id);
            if (row == m_rows.end())
                continue;
            auto &tally = row->cells[fleet].tally;
            if (tally == journey.tally)
                continue;
            tally = journey.tally;
            const auto cell = index(static_cast<int>(row - m_rows.begin()), static_cast<int>(fleet) + 1);
            Q_EMIT dataChanged(cell, cell, {Qt::DisplayRole, StateRole, Qt::ToolTipRole});
        }
    }
}

void JourneysModel::setPrediction(int fleet, const QHash<model::system::JourneyId, JourneyState> &journeys)
{
    for (auto &row : m_rows)
        row.cells[static_cast<size_t>(fleet)].predicted = journeys.value(row.id, JourneyState::Unknown);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, fleet + 1), index(rowCount() - 1, fleet + 1),
                           {SuffersRole, Qt::ToolTipRole});
}

void JourneysModel::setExpected(int fleet, const QHash<model::system::JourneyId, Expectation> &journeys)
{
    for (size_t row = 0; row < m_rows.size(); ++row) {
        auto &expected = m_rows[row].cells[static_cast<size_t>(fleet)].expected;
        const auto now = journeys.value(m_rows[row].id);
        if (std::exchange(expected, now) == now)
            continue;
        const auto cell = index(static_cast<int>(row), fleet + 1);
        Q_EMIT dataChanged(cell, cell,
                           {ExpectedRole, AgreementRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
    }
}

int JourneysModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int JourneysModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1 + static_cast<int>(m_fleets.size());
}

QString JourneysModel::longestWords()
{
    return tr("◐ Fallback");
}

QString JourneysModel::words(const Tally &tally)
{
    switch (tally.state()) {
    case JourneyState::Down:
        return tr("✕ Down");
    case JourneyState::Degraded:
        if (tally.failed() > 0)
            return tr("◐ %1 %").arg(100 * tally.successShare().value_or(0), 0, 'f', 0);
        return 2 * tally.late >= tally.degraded ? tr("◐ Late") : longestWords();
    case JourneyState::Working:
        return tr("✓ %L1 %").arg(100 * tally.successShare().value_or(0), 0, 'f', tally.failed() == 0 ? 0 : 1);
    case JourneyState::Unknown:
        break;
    }
    return tr("…");
}

QString JourneysModel::comparison(const Expectation &expected)
{
    const QString state = wording::words(expected.state);
    switch (expected.agreement) {
    case Agreement::Agrees:
        return tr("Predicted: %1, and so it is.").arg(state);
    case Agreement::Differs:
        return tr("Predicted: %1, but so it is not.").arg(state);
    case Agreement::Pending:
        break;
    }
    return tr("Predicted: %1; that cannot be judged yet.").arg(state);
}

QString JourneysModel::explanation(const Cell &cell)
{
    const auto &tally = cell.tally;
    if (tally.attempts == 0)
        return tr("Nobody has tried lately.");
    return tr("Measured: %1 of %2 attempts succeeded lately, %3 of them late, %4 with a fallback's answer.")
        .arg(tally.succeeded)
        .arg(tally.attempts)
        .arg(tally.late)
        .arg(tally.degraded - tally.late);
}

QVariant JourneysModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &row = m_rows[static_cast<size_t>(index.row())];
    if (index.column() == 0) {
        if (role == Qt::DisplayRole)
            return row.title;
        return role == Qt::AccessibleTextRole ? QVariant(row.title) : QVariant();
    }
    const auto &cell = row.cells[static_cast<size_t>(index.column() - 1)];
    const bool isExpected = cell.expected.state != JourneyState::Unknown;
    switch (role) {
    case Qt::DisplayRole:
        return words(cell.tally);
    case Qt::AccessibleTextRole: {
        const QString measured
            = tr("%1, %2: %3")
                  .arg(row.title, m_fleets[index.column() - 1], wording::words(cell.tally.state()));
        return isExpected ? u"%1. %2"_s.arg(measured, comparison(cell.expected)) : measured;
    }
    case Qt::ToolTipRole:
        return isExpected ? u"%1\n%2"_s.arg(explanation(cell), comparison(cell.expected)) : explanation(cell);
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    case StateRole:
        return static_cast<int>(cell.tally.state());
    case SuffersRole:
        return cell.predicted == JourneyState::Down || cell.predicted == JourneyState::Degraded;
    case ExpectedRole:
        return static_cast<int>(cell.expected.state);
    case AgreementRole:
        return static_cast<int>(cell.expected.agreement);
    default:
        return {};
    }
}

QVariant JourneysModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? QString() : m_fleets.value(section - 1);
}

} // namespace app::journeys
