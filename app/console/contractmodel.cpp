// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contractmodel.h"

#include <algorithm>

namespace app::console {

using namespace Qt::StringLiterals;
using model::system::Contract;
using model::system::Endpoint;
using model::system::Shape;

void ContractModel::addShape(
    const QString &where, const QString &name, const Shape &shape, int depth, Rows &rows)
{
    const QString type = shape.optional ? tr("%1, optional").arg(word(shape.kind)) : word(shape.kind);
    QStringList meaning;
    if (!shape.description.isEmpty())
        meaning << shape.description;
    if (!shape.example.isEmpty())
        meaning << tr("Such as %1.").arg(shape.example);
    if (!shape.keepAs.isEmpty())
        meaning << tr("Kept as {{%1}}.").arg(shape.keepAs);
    if (!name.isEmpty())
        rows.push_back({where, QString(2 * depth, u' ') + name, type, meaning.join(u' ')});
    const int below = name.isEmpty() ? depth : depth + 1;
    for (const auto &[memberName, member] : shape.members)
        addShape(where, memberName, member, below, rows);
    for (const auto &element : shape.element)
        addShape(where, tr("each"), element, below, rows);
}

void ContractModel::addStatuses(const Endpoint &endpoint, const Contract *contract, Rows &rows)
{
    const auto add = [&rows](int status, const QString &meaning) {
        rows.push_back({tr("Status"), QString::number(status), {}, meaning});
    };
    for (const auto &[status, meaning] :
         contract == nullptr ? std::vector<model::system::StatusMeaning>() : contract->statuses)
        add(status, meaning);
    const bool asksOthers = !endpoint.calls.empty();
    add(503,
        asksOthers ? tr("Nobody is there, all are busy, or somebody whom it needs does not answer. Any may.")
                   : tr("Nobody is there, or all are busy. Any endpoint may."));
    add(504, tr("It took longer than somebody would wait. Any endpoint may."));
}

void ContractModel::show(const Endpoint &endpoint, const model::system::System &system)
{
    const auto *contract = system.contract(endpoint.id);
    Rows rows;
    rows.push_back({tr("Does"), {}, {}, endpoint.summary});
    if (contract == nullptr) {
        rows.push_back({tr("Contract"), {}, {}, tr("Its system declares none.")});
    } else {
        for (const auto &[name, shape] : contract->path)
            addShape(tr("Path"), name, shape, 0, rows);
        for (const auto &[name, shape] : contract->query)
            addShape(tr("Query"), name, shape, 0, rows);
        if (contract->request.has_value())
            addShape(tr("Body"), {}, *contract->request, 0, rows);
        if (contract->answer.has_value())
            addShape(tr("Answer"), {}, *contract->answer, 0, rows);
    }
    addStatuses(endpoint, contract, rows);
    replace(std::move(rows));
}

int ContractModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ContractModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &line = row(index.row());
    const QString cells[] = {line.where, line.name, line.type, line.meaning};
    const bool isRepeated = index.row() > 0 && row(index.row() - 1).where == line.where;
    switch (role) {
    case Qt::DisplayRole: // what is the same as above is said once
        return index.column() == WhereColumn && isRepeated ? QString() : cells[index.column()];
    case Qt::ToolTipRole:
        return tr("%1 Declared in the system's file.").arg(line.meaning);
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn
            ? QStringList{line.where, line.name.trimmed(), line.type}.join(u' ')
            : cells[index.column()];
    default:
        return {};
    }
}

QVariant ContractModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList titles{tr("Part"), tr("Name"), tr("Type"), tr("Meaning")};
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return titles.value(section);
}

} // namespace app::console
