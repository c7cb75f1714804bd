// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historymodel.h"

#include "secrets.h"

#include <app/tables/healthcolours.h>
#include <app/wording/health.h>

#include <QLocale>

namespace app::console {

using namespace Qt::StringLiterals;
using wording::Health;

namespace {

Health healthOf(const SentRequest &request)
{
    if (request.outcome.isEmpty())
        return Health::Neutral;
    return request.isTrouble ? Health::Bad : Health::Good;
}

} // namespace

HistoryModel::HistoryModel(const model::system::System &system, QStringList targets, QObject *parent)
    : RowsModel(parent)
    , m_system(system)
    , m_targets(std::move(targets))
{
}

void HistoryModel::add(const SentRequest &request)
{
    auto all = rows();
    all.insert(all.begin(), request);
    all.resize(std::min(all.size(), longest));
    replace(std::move(all));
}

void HistoryModel::conclude(quint64 number, int fleet, const QString &outcome, bool isTrouble)
{
    auto all = rows();
    const auto found = std::ranges::find(all, number, &SentRequest::number);
    if (found == all.end())
        return;
    const bool isFirst = found->outcome.isEmpty() || fleet < found->first;
    const QString before = std::exchange(found->outcome, outcome);
    if (!before.isEmpty())
        found->outcome = isFirst ? outcome + u" | "_s + before : before + u" | "_s + outcome;
    found->first = isFirst ? fleet : found->first;
    found->isTrouble = found->isTrouble || isTrouble;
    replace(std::move(all));
}

const SentRequest *HistoryModel::at(int row) const
{
    return row < 0 || row >= rowCount() ? nullptr : &this->row(row);
}

QString HistoryModel::lastOutcomeOf(const model::system::EndpointId &endpoint) const
{
    const auto found = std::ranges::find_if(rows(), [&](const SentRequest &request) {
        return request.endpoint == endpoint && !request.outcome.isEmpty();
    });
    return found == rows().end() ? QString() : found->outcome;
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString HistoryModel::wordsOf(const SentRequest &request, int column) const
{
    switch (column) {
    case TimeColumn:
        return request.at.date() == QDate::currentDate()
            ? QLocale().toString(request.at.time(), u"HH:mm:ss"_s)
            : QLocale().toString(request.at.date(), u"d MMM"_s);
    case RequestColumn:
        return request.draft.operation;
    case TargetColumn:
        return m_targets.value(request.target);
    default:
        return request.outcome.isEmpty() ? u"…"_s : request.outcome;
    }
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &request = row(index.row());
    const QString words = wordsOf(request, index.column());
    switch (role) {
    case Qt::DisplayRole:
        return words;
    case Qt::ToolTipRole:
        return u"%1 %2, %3\n%4"_s.arg(m_system.titleOf(request.endpoint.capability), request.draft.operation,
                                      QLocale().toString(request.at, QLocale::ShortFormat),
                                      withoutSecrets(request.draft).body);
    case Qt::AccessibleTextRole:
        return u"%1: %2"_s.arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(), words);
    case tables::healthRole:
        return index.column() == OutcomeColumn ? QVariant(static_cast<int>(healthOf(request))) : QVariant();
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList titles{tr("Sent at"), tr("Request"), tr("To"), tr("Answer")};
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return titles.value(section);
}

} // namespace app::console
