// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/operation/scenario.h>
#include <model/packaging/packaging.h>
#include <model/result/checked.h>
#include <model/system/system.h>
#include <services/broker/brokerurl.h>

#include <QCommandLineParser>

namespace services::lab {

using model::result::Checked;

// The options that several commands share, and the files behind them.
class Inputs
{
public:
    // Adds --system, --packaging.
    static void addSystem(QCommandLineParser &parser);
    static void addPackaging(QCommandLineParser &parser, const QString &description);
    // Adds --data and --seed.
    static void addRunning(QCommandLineParser &parser);

    static void addSafeguards(QCommandLineParser &parser, const QString &without);
    // Adds --broker.
    static void addBroker(QCommandLineParser &parser, const QString &without);
    static void addPolicies(QCommandLineParser &parser, const QString &without);

    // Of --system, else the shop.
    static Checked<model::system::System> system(const QCommandLineParser &parser);
    // Of each --packaging: a preset or a file. Empty when the option is not given.
    static Checked<std::vector<model::packaging::Packaging>> packagings(const QCommandLineParser &parser,
                                                                        const model::system::System &system);
    // A file, or the name of one of the program's own scenarios ("kill-catalogue").
    static Checked<model::operation::Scenario> scenario(const QString &name,
                                                        const model::system::System &system);
    // --policies; nothing when it is not given.
    static Checked<std::optional<model::operation::PolicyBook>> policies(const QCommandLineParser &parser);
    // --without, which may be repeated: which safeguards are on; nothing when it is not given.
    static Checked<std::optional<model::operation::Safeguards>> safeguards(const QCommandLineParser &parser);
    // --broker, or else the URL `fallback`.
    static Checked<broker::BrokerUrl> broker(const QCommandLineParser &parser, const QString &fallback);
    // --seed; nothing when it is not given.
    static Checked<std::optional<quint64>> seed(const QCommandLineParser &parser);
    // A whole number from `least` to `most`, or the fallback.
    static Checked<int>
    integer(const QCommandLineParser &parser, const QString &option, int fallback, std::pair<int, int> range);
};

} // namespace services::lab
