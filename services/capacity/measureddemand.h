// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "findings.h"

#include <map>

namespace services::capacity {

// How much declared work a shopper brings to each unit: counted on a fleet that keeps up with all who come,
// and not taken from the model. Shoppers draw by lot what they come for; so what was served is compared with
// what the model says of just those who came, and this factor corrects the model's figure for the average
// shopper (a ratio estimator: W. G. Cochran: Sampling Techniques, 1977, chapter 6). A model that forgets a
// call has its limit too high by as much, and it shows. A value.
class MeasuredDemand
{
public:
    MeasuredDemand(model::system::System system, model::packaging::Packaging packaging);

    // Whether that load leaves enough room for a trial to be counted here.
    static bool isRestful(double load, double predictedLimit);
    // One that does, with some of it to spare.
    static double restfulLoad(double predictedLimit);
    // Of a fleet that keeps up; how many instances it has does not matter.
    void take(const Trial &trial);
    Seconds predicted(const model::system::UnitId &unit) const; // that an average shopper brings
    Seconds measured(const model::system::UnitId &unit) const; // zero: nobody has come
    // Says how many shoppers a second the work is that the limit's bottleneck has done.
    void settle(Limit &limit) const;

private:
    struct Count
    {
        Seconds served{0};
        Seconds expected{0};
    };
    using Work = std::map<model::system::UnitId, Seconds>;
    Work ofAverageShopper(const model::system::System &system) const;

    model::system::System m_system;
    model::packaging::Packaging m_packaging;
    std::map<model::system::UnitId, Count> m_counts;
};

} // namespace services::capacity
