// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/operation/fault.h>
#include <model/operation/journeystate.h>
#include <model/operation/policybook.h>
#include <model/packaging/packaging.h>
#include <model/system/system.h>
#include <services/assembly/componentfactory.h>

#include <QHash>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace services::verification {

using model::operation::JourneyState;

// A kind of fleet that is put to the test: a system, as it is packaged, protected and visited. A value.
struct Shape
{
    model::system::System system; // with the journeys' weights as they are tried
    std::shared_ptr<const assembly::ComponentFactory> factory;
    model::packaging::Packaging packaging;
    QString policiesName; // "none"
    model::operation::PolicyBook policies;
    double shoppersPerSecond = 0;
};

// Why a trial came to nothing.
struct Loss
{
    enum class Cause
    {
        Machine, // it did not keep up
        Fleet, // it did not come up, or did not work well even without a fault
        Other, // it could not be run at all
    };
    Cause cause = Cause::Other;
    QString why;
};

// Faults to be in force at the same time, and how many others would be the same to that fleet: a crash of a
// unit is one, whichever of its capabilities it names.
struct Trial
{
    std::vector<model::operation::Fault> faults;
    int standsFor = 1;
    int repeats = 0; // how often it was tried before, in vain
    bool isDoubted = false; // it disagreed or did not recover beside other fleets
    Loss loss{}; // of the last time that it was tried in vain
};

// How many other fleets may be at work on the machine meanwhile.
enum class Company
{
    Many,
    Half, // it burns a processor, or far more customers come: half as many
    Few, // the machine did not keep up with many
    Nobody, // nor with a few; or it is in doubt beside others
};

// What is done to fleets of one shape, one after another.
struct Series
{
    std::shared_ptr<const Shape> shape;
    std::deque<Trial> trials;
    Company company = Company::Many;
};

// What somebody says beforehand of a journey: its state, and the chain of reasons.
struct Prediction
{
    JourneyState state = JourneyState::Unknown;
    QString why;
    std::chrono::milliseconds since{0}; // after the faults began it came to that state
    // With a few more shoppers or a few fewer it would be another state: too close to call beforehand.
    bool isOnTheEdge = false;
};
// What a prediction is asked about, besides the fleet.
struct Occasion
{
    std::vector<model::operation::Fault> faults;
    std::chrono::milliseconds before{0}; // how long customers have come when the faults begin
    std::chrono::milliseconds moment{0}; // how long the faults have been in force
    std::chrono::milliseconds guarded{0}; // how long breakers have counted calls when the faults begin
    std::chrono::milliseconds window = model::operation::stateWindow; // of the attempts which are looked at
};
using Predictions = QHash<model::system::JourneyId, Prediction>;
// Any thread, several at once.
using Predictor = std::function<Predictions(const Shape &shape, const Occasion &occasion)>;

// The faults as commands write them, "+" between.
QString textOf(const std::vector<model::operation::Fault> &faults);

} // namespace services::verification
