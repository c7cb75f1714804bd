// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "systemtexts.h"

#include <QCoreApplication>

namespace app::wording {

namespace {

// The ways to package any system have titles of their own.
[[maybe_unused]] const char *const packagings[] = {
    QT_TRANSLATE_NOOP("systems", "Monolith"),
    QT_TRANSLATE_NOOP("systems", "Microservices"),
    QT_TRANSLATE_NOOP("systems", "By team"),
};

void tell(QString &text)
{
    text = spoken(text);
}

void tell(model::system::Shape &shape)
{
    tell(shape.description);
    for (auto &member : shape.members)
        tell(member.shape);
    for (auto &element : shape.element)
        tell(element);
}

void tell(model::system::Contract &contract)
{
    for (auto *parameters : {&contract.path, &contract.query}) {
        for (auto &parameter : *parameters)
            tell(parameter.shape);
    }
    for (auto *body : {&contract.request, &contract.answer}) {
        if (body->has_value())
            tell(**body);
    }
    for (auto &status : contract.statuses)
        tell(status.meaning);
}

void tell(model::system::Endpoint &endpoint)
{
    tell(endpoint.summary);
    for (auto &call : endpoint.calls)
        tell(call.fallback);
    if (endpoint.contract.has_value())
        tell(*endpoint.contract);
}

} // namespace

QString spoken(const QString &text)
{
    return text.isEmpty() ? text : QCoreApplication::translate("systems", text.toUtf8().constData());
}

model::system::System spoken(model::system::System system)
{
    tell(system.title);
    for (auto &team : system.teams)
        tell(team.title);
    for (auto &topic : system.topics)
        tell(topic.summary);
    for (auto &journey : system.journeys)
        tell(journey.title);
    for (auto &capability : system.capabilities) {
        tell(capability.title);
        tell(capability.purpose);
        for (auto &endpoint : capability.endpoints)
            tell(endpoint);
    }
    return system;
}

} // namespace app::wording
