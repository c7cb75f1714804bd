// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faults.h"

#include <model/operation/faulttable.h>
#include <model/operation/faultwords.h>

#include <QCoreApplication>

namespace app::wording {

using namespace Qt::StringLiterals;
using model::operation::Fault;
using model::operation::FaultKind;
using model::operation::FaultReach;
using model::operation::FaultSetting;
using model::packaging::Packaging;
using model::system::System;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("app::wording", text);
}

QString translated(const char *text)
{
    return QCoreApplication::translate("model::operation::faults", text);
}

struct Module
{
    model::system::CapabilityId id;
    int instance; // 0: in each
};

QString unitOf(const Module &module, const Packaging &packaging)
{
    const auto *unit = packaging.unitOf(module.id);
    const QString title = unit != nullptr ? unit->title : module.id.value;
    return module.instance == 0 ? title : translated("instance %1 of %2").arg(module.instance).arg(title);
}

// Alone in a unit of its own name it is that.
QString nameOf(const Module &module, const System &system, const Packaging &packaging)
{
    const auto *unit = packaging.unitOf(module.id);
    const auto *capability = system.capability(module.id);
    const bool isUnit = unit == nullptr || capability == nullptr
        || (unit->capabilities.size() == 1 && unit->title == capability->title);
    return isUnit ? unitOf(module, packaging)
                  : tr("%1 in %2").arg(capability->title, unitOf(module, packaging));
}

} // namespace

QString title(FaultKind kind)
{
    return translated(model::operation::description(kind).title);
}

QString plainWords(FaultKind kind)
{
    return translated(model::operation::description(kind).plainWords);
}

QString lifting(FaultKind kind)
{
    return translated(model::operation::description(kind).lifting);
}

QString name(FaultSetting setting)
{
    switch (setting) {
    case FaultSetting::DelayMs:
        return tr("Delay");
    case FaultSetting::JitterMs:
        return tr("Give or take");
    case FaultSetting::Share:
        return tr("Share");
    case FaultSetting::Status:
        return tr("HTTP status");
    case FaultSetting::AfterMs:
        return tr("After each boot");
    case FaultSetting::KilobytesPerSecond:
        return tr("Gets through");
    case FaultSetting::MegabytesPerSecond:
        return tr("Leaks");
    case FaultSetting::LimitMegabytes:
        return tr("Killed at");
    case FaultSetting::SkewSeconds:
        return tr("Wrong by");
    case FaultSetting::Factor:
        return tr("Times as many");
    case FaultSetting::Repeats:
        break;
    }
    return tr("Repeats");
}

QString shortWords(const Fault &fault)
{
    const auto settings = model::operation::description(fault.kind).settings;
    const bool tellsAll = settings.empty()
        || (settings.front().setting == FaultSetting::Share && fault.setting(FaultSetting::Share) == 1);
    if (tellsAll)
        return title(fault.kind);
    const auto first = settings.front().setting;
    return u"%1, %2"_s.arg(title(fault.kind), model::operation::words(first, fault.setting(first)));
}

QString words(const Fault &fault, const System &system, const Packaging &packaging)
{
    const auto reach = model::operation::description(fault.kind).reach;
    const bool takesUnit = reach == FaultReach::Process || reach == FaultReach::Store;
    const Module callee{fault.callee, 0};
    const Module whom{fault.target.capability, fault.target.instance};
    return model::operation::words(fault,
                                   {takesUnit ? unitOf(whom, packaging) : nameOf(whom, system, packaging),
                                    nameOf(callee, system, packaging)});
}

QString wordsAtStart(const Fault &fault, const System &system, const Packaging &packaging)
{
    const QString sentence = words(fault, system, packaging);
    return sentence.left(1).toUpper() + sentence.mid(1);
}

QString badge(const Fault &fault, const QString &callee)
{
    const double share = fault.setting(FaultSetting::Share);
    const QString part = model::operation::words(FaultSetting::Share, share);
    const QString delay
        = model::operation::words(FaultSetting::DelayMs, fault.setting(FaultSetting::DelayMs));
    switch (fault.kind) {
    case FaultKind::Crash:
        return tr("crashed");
    case FaultKind::CrashLoop:
        return tr("crashes again and again");
    case FaultKind::Freeze:
        return tr("frozen");
    case FaultKind::RefuseConnections:
        return tr("refuses connections");
    case FaultKind::ResetConnections:
        return tr("breaks off answers");
    case FaultKind::MemoryLeak:
        return tr("leaks memory");
    case FaultKind::CpuBurn:
        return tr("processor %1 busy").arg(part);
    case FaultKind::ClockSkew:
        return tr("wrong clock");
    case FaultKind::BadConfiguration:
        return tr("badly configured");
    case FaultKind::Hang:
        return share < 1 ? tr("hangs, %1").arg(part) : tr("hangs");
    case FaultKind::Slow:
        return tr("slow +%1").arg(delay);
    case FaultKind::SlowJittered:
        return tr("slow ±%1").arg(delay);
    case FaultKind::SlowTail:
        return tr("%1 slow +%2").arg(part, delay);
    case FaultKind::Errors:
        return share < 1 ? tr("%1 errors").arg(part) : tr("errors");
    case FaultKind::CutOff:
    case FaultKind::CutRequests:
    case FaultKind::CutReplies:
        return tr("cut off from %1").arg(callee);
    case FaultKind::LinkSlow:
        return tr("slow line to %1").arg(callee);
    case FaultKind::LinkLoss:
        return tr("lossy line to %1").arg(callee);
    case FaultKind::LinkBandwidth:
        return tr("narrow line to %1").arg(callee);
    case FaultKind::StoreLocked:
        return tr("database locked");
    case FaultKind::StoreFull:
        return tr("disk full");
    case FaultKind::StoreSlow:
        return tr("database slow");
    case FaultKind::StoreLost:
        return tr("database lost");
    case FaultKind::StoreCorrupt:
        return tr("database damaged");
    case FaultKind::BrokerDown:
        return tr("broker down");
    case FaultKind::BrokerSlow:
        return tr("broker slow +%1").arg(delay);
    case FaultKind::PoisonMessage:
        return tr("poisoned queue");
    case FaultKind::TrafficSpike:
        return tr("rush");
    case FaultKind::RetryStorm:
        break;
    }
    return tr("impatient");
}

QString briefBadge(const Fault &fault)
{
    switch (fault.kind) {
    case FaultKind::Crash:
        return QCoreApplication::translate("app::wording", "crashed", "briefly");
    case FaultKind::CrashLoop:
        return tr("crash loop");
    case FaultKind::RefuseConnections:
        return tr("refuses calls");
    case FaultKind::ResetConnections:
        return tr("breaks off");
    case FaultKind::MemoryLeak:
        return tr("memory leak");
    case FaultKind::CpuBurn:
        return tr("CPU %1").arg(
            model::operation::words(FaultSetting::Share, fault.setting(FaultSetting::Share)));
    case FaultKind::BadConfiguration:
        return tr("bad set-up");
    case FaultKind::Slow:
    case FaultKind::SlowJittered:
    case FaultKind::SlowTail:
    case FaultKind::BrokerSlow:
        return tr("slow");
    case FaultKind::CutOff:
    case FaultKind::CutRequests:
    case FaultKind::CutReplies:
        return tr("cut off");
    case FaultKind::LinkSlow:
        return tr("slow line");
    case FaultKind::LinkLoss:
        return tr("lossy line");
    case FaultKind::LinkBandwidth:
        return tr("narrow line");
    case FaultKind::StoreLocked:
        return tr("DB locked");
    case FaultKind::StoreSlow:
        return tr("DB slow");
    case FaultKind::StoreLost:
        return tr("DB lost");
    case FaultKind::StoreCorrupt:
        return tr("DB damaged");
    case FaultKind::BrokerDown:
        return tr("down");
    case FaultKind::PoisonMessage:
        return tr("poisoned");
    default:
        return badge(fault);
    }
}

} // namespace app::wording
