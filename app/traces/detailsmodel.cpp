// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "detailsmodel.h"

#include "tale.h"

#include <app/tables/healthcolours.h>
#include <app/wording/figures.h>
#include <app/wording/instances.h>
#include <app/wording/requests.h>
#include <app/wording/servicetexts.h>
#include <model/telemetry/criticalpath.h>
#include <model/telemetry/traceglance.h>

#include <QByteArray>

namespace app::traces {

using namespace Qt::StringLiterals;
using model::telemetry::Span;
using model::telemetry::SpanKind;
using model::telemetry::Trace;
using wording::Health;
using wording::milliseconds;

namespace {

template<typename Id>
QString hexOf(const Id &id)
{
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(id.data()), static_cast<qsizetype>(id.size())).toHex());
}

// Collects the rows of one span.
class DetailRows
{
public:
    DetailRows(const Trace &trace,
               int position,
               const model::system::System &system,
               const model::packaging::Packaging &packaging)
        : m_trace(trace)
        , m_position(position)
        , m_span(trace.node(position).span)
        , m_system(system)
        , m_packaging(packaging)
    {
    }

    std::vector<Detail> all()
    {
        add(DetailsModel::tr("What"), titleOf(m_span, m_system));
        addPlace();
        addTimes();
        addOutcome();
        for (auto each = m_span.facts.begin(); each != m_span.facts.end(); ++each)
            add(each.key(), wording::fact(each.key(), each.value()));
        if (m_span.kind != SpanKind::Journey)
            add(DetailsModel::tr("Endpoint"),
                u"%1 %2"_s.arg(m_system.titleOf(m_span.endpoint.capability), m_span.endpoint.operation));
        add(DetailsModel::tr("Span"), hexOf(m_span.id));
        add(DetailsModel::tr("Trace"), hexOf(m_span.trace));
        return std::move(m_rows);
    }

private:
    void add(const QString &name, const QString &value, Health health = Health::Neutral)
    {
        if (!value.isEmpty())
            m_rows.push_back({name, value, health});
    }

    void addPlace()
    {
        add(DetailsModel::tr("Instance"), wording::nameOf(m_span.instance, m_packaging));
        if (m_span.kind == SpanKind::Journey)
            return;
        if (m_span.kind != SpanKind::Consumer)
            add(DetailsModel::tr("Asked by"), nameOf(m_span.caller, m_system));
        add(DetailsModel::tr("Way"),
            m_span.kind == SpanKind::Consumer ? DetailsModel::tr("a message, through the broker")
                : m_span.crossedNetwork       ? DetailsModel::tr("over the network")
                                              : DetailsModel::tr("within the unit"));
    }

    void addTimes()
    {
        add(DetailsModel::tr("Took"), milliseconds(m_span.duration));
        add(DetailsModel::tr("Began"),
            DetailsModel::tr("+%1").arg(milliseconds(m_span.start - m_trace.begin())));
        add(DetailsModel::tr("By itself"), milliseconds(m_trace.selfTime(m_position)));
        const auto critical = criticalTimes(m_trace)[static_cast<size_t>(m_position)];
        if (critical.count() > 0 && m_trace.duration().count() > 0)
            add(DetailsModel::tr("Critical path"),
                DetailsModel::tr("%1, %2 % of the wait")
                    .arg(milliseconds(critical))
                    .arg(100.0 * static_cast<double>(critical.count())
                             / static_cast<double>(m_trace.duration().count()),
                         0, 'f', 0));
    }

    void addOutcome()
    {
        if (m_span.failure.has_value())
            add(DetailsModel::tr("Failed"), m_span.failureMessage, Health::Bad);
        int tries = 1;
        for (const auto &remark : m_span.annotations)
            tries += wording::tellsOfRetry(remark) ? 1 : 0;
        if (tries > 1)
            add(DetailsModel::tr("Tries"), QString::number(tries), Health::Degraded);
        for (const auto &remark : m_span.annotations)
            add(remark.fault.isEmpty() ? DetailsModel::tr("+%1").arg(milliseconds(remark.at - m_span.start))
                                       : DetailsModel::tr("Fault"),
                remark.text, remark.fault.isEmpty() ? Health::Neutral : Health::Degraded);
    }

    const Trace &m_trace;
    int m_position;
    const Span &m_span;
    const model::system::System &m_system;
    const model::packaging::Packaging &m_packaging;
    std::vector<Detail> m_rows;
};

} // namespace

DetailsModel::DetailsModel(QObject *parent)
    : RowsModel(parent)
{
}

void DetailsModel::show(const Trace &trace,
                        int span,
                        const model::system::System &system,
                        const model::packaging::Packaging &packaging)
{
    replace(span < 0 || span >= static_cast<int>(trace.nodes().size())
                ? std::vector<Detail>()
                : DetailRows(trace, span, system, packaging).all());
}

int DetailsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant DetailsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &detail = row(index.row());
    if (role == tables::healthRole && index.column() == ValueColumn && detail.health != Health::Neutral)
        return static_cast<int>(detail.health);
    if (role == Qt::ToolTipRole)
        return tr("%1: %2, measured").arg(detail.name, detail.value);
    if (role != Qt::DisplayRole)
        return {};
    return index.column() == NameColumn ? detail.name : detail.value;
}

QVariant DetailsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= Columns)
        return {};
    return section == NameColumn ? tr("Span") : tr("Measured");
}

} // namespace app::traces
