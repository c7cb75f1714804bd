// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ids.h"

#include <QJsonObject>
#include <QMap>

#include <chrono>
#include <optional>
#include <vector>

namespace model::system {

// What must be true of the shopper before the journey starts; the load generator picks one for whom it is.
enum class Given {
    Nobody,     // an anonymous visitor
    Shopper,    // a registered customer, not logged in
    Session,    // a logged-in customer
    FilledCart, // a logged-in customer with something in the cart
    PlacedOrder, // a logged-in customer who has ordered
};

// Repeat a step until its answer holds something: for results that arrive by messages.
struct Until {
    QString pointer; // JSON pointer which must exist (and not be an empty list) in the answer
    std::chrono::milliseconds lateAfter{2000}; // later: the journey is degraded
    std::chrono::milliseconds lostAfter{15000}; // later: the journey has failed
};

// One request of a journey, through the storefront. Texts may hold {variables} of the shopper
// (email, password, name, product, order, card, word, key) and of earlier captures.
struct Step {
    EndpointId endpoint;
    QMap<QString, QString> path;
    QMap<QString, QString> query;
    QJsonObject body; // empty: no body
    bool authorised = false; // sends the shopper's session
    int expectedStatus = 200;
    QMap<QString, QString> captures; // variable -> JSON pointer in the answer
    std::optional<Until> until;
};

// Something that a customer wants ("check out"): ordered requests to the system's entry capability.
struct Journey {
    JourneyId id;
    QString title;
    double weight = 1.0; // share in the shoppers' mix, relative to the others
    Given given = Given::Nobody;
    std::vector<Step> steps;
};

} // namespace model::system
