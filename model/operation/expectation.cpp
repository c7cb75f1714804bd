// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "expectation.h"

namespace model::operation {

using namespace Qt::StringLiterals;

namespace {

struct Speaker
{
    QString operator()(const StateIs &check) const
    {
        return u"is %1 %2 the fault"_s.arg(word(check.state), word(check.phase));
    }
    QString operator()(const RecoversWithin &check) const
    {
        return u"recovers within %1 ms"_s.arg(check.limit.count());
    }
    QString operator()(const FailuresAtMost &check) const
    {
        if (check.limit == 0)
            return u"loses no attempt %1 the fault"_s.arg(word(check.phase));
        return u"loses at most %1 attempts %2 the fault"_s.arg(check.limit).arg(word(check.phase));
    }
    QString operator()(const SuccessShareAtLeast &check) const
    {
        return u"succeeds in at least %1 % of its attempts %2 the fault"_s.arg(check.share * 100)
            .arg(word(check.phase));
    }
    QString operator()(const P95AtMostTimesBefore &check) const
    {
        return u"has a p95 at most %1 times as long %2 as before the fault"_s.arg(check.times)
            .arg(word(check.phase));
    }
    QString operator()(const P95BackUnder &check) const
    {
        return u"has its p95 back under %1 ms within %2 ms of the fault"_s.arg(check.limit.count())
            .arg(check.within.count());
    }
    QString operator()(const AsPredicted &check) const
    {
        return u"comes to what is predicted, within %1 ms of the predicted moment"_s.arg(
            check.within.count());
    }
    QString operator()(const CallsAtMostTimesBefore &check) const
    {
        return u"is called at most %1 times as often %2 as before the fault"_s.arg(check.times)
            .arg(word(check.phase));
    }
    QString operator()(const CallsAtLeastTimesBefore &check) const
    {
        return u"is called at least %1 times as often %2 as before the fault"_s.arg(check.times)
            .arg(word(check.phase));
    }
    QString operator()(const InstancesAtMost &check) const
    {
        return u"never has more than %1 %2 the fault"_s.arg(instances(check.limit), word(check.phase));
    }
    QString operator()(const InstancesAtLeast &check) const
    {
        return u"grows to at least %1 %2 the fault"_s.arg(instances(check.limit), word(check.phase));
    }
    QString operator()(const InstancesInTheEndAtMost &check) const
    {
        return u"has no more than %1 in the end"_s.arg(instances(check.limit));
    }
    QString operator()(const MessagesWaitingAtLeast &check) const
    {
        return u"has at least %1 messages waiting for it %2 the fault"_s.arg(check.limit)
            .arg(word(check.phase));
    }
    QString operator()(const DrainsWithin &check) const
    {
        return u"works off what waits for it within %1 ms of its restart, at most %2 messages a second"_s
            .arg(check.limit.count())
            .arg(check.mostPerSecond);
    }
    static QString instances(int number)
    {
        return number == 1 ? u"1 instance"_s : u"%1 instances"_s.arg(number);
    }
};

} // namespace

QString words(const Check &check)
{
    return std::visit(Speaker{}, check);
}

QString words(const Expectation &expectation)
{
    return u"%1: %2 "_s.arg(expectation.fleet.value, expectation.about()) + words(expectation.check);
}

} // namespace model::operation
