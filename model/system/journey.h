// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ids.h"

#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace model::system {

// What must be true of the shopper before the journey starts; the load generator picks one for whom it is.
enum class Given
{
    Nobody, // an anonymous visitor; {email}, {name} and {password} are a newcomer's, fresh each time
    Shopper, // a registered customer, not logged in
    Session, // a logged-in customer
    FilledCart, // a logged-in customer with something in the cart
    PlacedOrder, // a logged-in customer who has ordered
};

// Repeat a step until its answer holds something: for results that arrive by messages.
struct Until
{
    QString pointer; // JSON pointer which must exist (and not be an empty list) in the answer
    std::chrono::milliseconds lateAfter{2000}; // later: the journey is degraded
    std::chrono::milliseconds lostAfter{15000}; // later: the journey has failed
};

// What a text of a journey may mention without capturing it first: email, password, name, product, order,
// card, word, key.
QStringList shopperVariables();

// One request of a journey, through the storefront. Texts may hold {variables} of the shopper
// (shopperVariables) and of earlier captures, which hide the shopper's. A step to an idempotent POST carries
// an Idempotency-Key of its own.
struct Step
{
    EndpointId endpoint;
    QMap<QString, QString> path;
    QMap<QString, QString> query;
    QJsonObject body; // empty: no body
    bool authorised = false; // sends the shopper's session, or an earlier capture named "session"
    int expectedStatus = 200;
    QMap<QString, QString> captures; // variable -> JSON pointer in the answer
    std::optional<Until> until;
};

// Something that a customer wants ("check out"): ordered requests to the system's entry capability.
struct Journey
{
    JourneyId id;
    QString title;
    double weight = 1.0; // share in the shoppers' mix, relative to the others
    Given given = Given::Nobody;
    std::vector<Step> steps;
};

} // namespace model::system
