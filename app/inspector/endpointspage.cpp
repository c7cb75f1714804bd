// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "endpointspage.h"

#include <app/style/label.h>

#include <QLabel>
#include <QVBoxLayout>

namespace app::inspector {

using namespace Qt::StringLiterals;
using model::system::Capability;
using model::system::Endpoint;
using model::system::Necessity;
using style::label;

void EndpointsPage::write(const model::packaging::Unit &unit, QVBoxLayout &column)
{
    column.setSpacing(10);
    for (const auto &id : unit.capabilities) {
        const auto *capability = system().capability(id);
        if (capability != nullptr && isMeant(id))
            addCapability(*capability, column,
                          !subject().capability.has_value() && unit.capabilities.size() > 1);
    }
}

void EndpointsPage::addCapability(const Capability &capability, QVBoxLayout &column, bool named)
{
    if (named)
        column.addWidget(label(capability.title, "heading"));
    QStringList endpoints;
    for (const auto &endpoint : capability.endpoints)
        endpoints << wordsOf(endpoint);
    if (!endpoints.isEmpty()) { // in one: each label takes a millisecond to lay out
        auto *words = label(endpoints.join(u"<br><br>"_s), "plain");
        words->setTextFormat(Qt::RichText);
        column.addWidget(words);
    }
    QStringList messages;
    for (const auto &topic : capability.publishes)
        messages << tr("Publishes %1.").arg(topic.value);
    for (const auto &consumption : capability.consumes)
        messages << tr("Listens to %1.").arg(consumption.topic.value);
    if (!messages.isEmpty())
        column.addWidget(label(messages.join(u' '), "subtle"));
    QStringList tables;
    for (const auto &table : capability.owns)
        tables << table;
    column.addWidget(label(tables.isEmpty() ? tr("Stores nothing.")
                                            : tr("Owns %1; nobody else opens it.").arg(tables.join(u", "_s)),
                           "subtle"));
}

QString EndpointsPage::wordsOf(const Endpoint &endpoint) const
{
    const double work = std::chrono::duration<double, std::milli>(endpoint.serviceTime).count();
    QStringList lines{u"<b>%1</b>"_s.arg(endpoint.id.operation.toHtmlEscaped()),
                      endpoint.summary.toHtmlEscaped(),
                      tr("%1 ms of work, declared%2")
                          .arg(work)
                          .arg(endpoint.idempotent ? tr("; harmless to repeat") : QString())};
    for (const auto &call : endpoint.calls) {
        const QString way = packaging().crosses(endpoint.id.capability, call.to.capability)
            ? tr("over the network")
            : tr("in the same program");
        const QString need = call.necessity == Necessity::Required ? tr("needs")
            : call.fallback.isEmpty()                              ? tr("would like")
                                      : tr("would like (else %1)").arg(call.fallback);
        lines << tr("→ %1 %2 %3, %4")
                     .arg(need, system().titleOf(call.to.capability), call.to.operation, way)
                     .toHtmlEscaped();
    }
    return lines.join(u"<br>"_s);
}

} // namespace app::inspector
