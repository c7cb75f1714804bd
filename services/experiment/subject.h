// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tally.h"

#include <model/operation/action.h>
#include <model/result/result.h>

#include <QCoroTask>

namespace services::experiment {

using model::result::Result;

// One fleet with its shoppers, as a scenario sees it: verbs and what can be observed. An interface, so that
// scenarios can be tested without a shop. Control thread.
class Subject
{
public:
    virtual ~Subject() = default;

    virtual model::system::PackagingId id() const = 0;
    virtual QString title() const = 0;

    // On the instances of the unit which holds the target's capability. NotFound when there are none such.
    virtual Result<void> crash(const model::operation::Target &target) = 0;
    virtual Result<void> restart(const model::operation::Target &target) = 0;
    // Completes when as many are healthy.
    virtual QCoro::Task<Result<void>> scale(model::operation::Target target, int instances) = 0;
    virtual void setPolicies(const model::operation::PolicyChange &change) = 0;
    virtual void setSafeguard(model::operation::Safeguard safeguard, bool on) = 0;
    // The unit follows its load by itself from now on; nothing: not any more.
    virtual Result<void> autoscale(const model::operation::Target &target,
                                   std::optional<model::operation::Autoscaling> settings)
        = 0;
    // In force until it is lifted. NotFound or InvalidInput when it does not fit, or is not in force.
    virtual Result<void> inject(const model::operation::Fault &fault) = 0;
    virtual Result<void> lift(const model::operation::Fault &fault) = 0;
    virtual std::vector<model::operation::Fault> faultsInForce() const = 0;
    virtual void setShoppersPerSecond(double rate) = 0;

    // Each instance is healthy, and at least one is there.
    virtual bool isHealthy() const = 0;
    virtual Tally tally(const model::system::JourneyId &journey) const = 0;
    // No attempt is under way, and no shopper is to come.
    virtual bool isQuiet() const = 0;
    // The longest that an attempt can take when nobody answers.
    virtual std::chrono::milliseconds longestAttempt() const = 0;
    // Ends the attempts under way as failed. Their results come in, and the fleet is quiet then.
    virtual void endAttempts() = 0;

    // An order names this fleet, or none and so each.
    bool isMeantBy(const model::system::PackagingId &named) const { return named.isEmpty() || named == id(); }
    // Nothing is wrong with the fleet, as far as it depends on us.
    bool isWhole() const { return isHealthy() && faultsInForce().empty(); }
};

} // namespace services::experiment
