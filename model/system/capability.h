// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "endpoint.h"

namespace model::system {

// A topic which a capability listens to, with the declared mean time of work per message.
struct Consumption
{
    TopicId topic;
    std::chrono::microseconds serviceTime{0};
};

// One business ability ("catalogue"): what it offers, owns, calls, and which team answers for it.
struct Capability
{
    CapabilityId id;
    QString title;
    QString purpose; // one sentence: what it does and nothing else
    TeamId team;
    std::vector<Endpoint> endpoints;
    std::vector<TopicId> publishes;
    std::vector<Consumption> consumes;
    std::vector<QString> owns; // names of what it stores ("products"); empty: it has no database
    std::chrono::milliseconds bootTime{200}; // declared; a unit boots its capabilities one after another
    int workers = 8; // requests which do work at once in one instance
    int queueLimit = 64; // requests which may wait for a worker; more are answered 503
    int inFlightLimit = 256; // requests inside one instance, waiting for others included
    int memoryMegabytes = 128; // declared, for comparisons of cost; never shown as measured
};

} // namespace model::system
