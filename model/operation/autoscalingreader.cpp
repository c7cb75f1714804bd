// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "autoscalingreader.h"

#include <model/json/message.h>
#include <model/packaging/regroup.h>

namespace model::operation {

using namespace Qt::StringLiterals;
using json::ObjectReader;

namespace {

constexpr double longestWindowMs = 600'000;

} // namespace

Autoscaling readAutoscaling(ObjectReader &in)
{
    Autoscaling settings;
    settings.target = in.number(u"target"_s, {0.05, 1}, settings.target);
    settings.tolerance = in.number(u"tolerance"_s, {0, 0.9}, settings.tolerance);
    settings.fewest = in.integer(u"fewest"_s, {1, packaging::maximumInstances}, settings.fewest);
    settings.most = in.integer(u"most"_s, {1, packaging::maximumInstances}, settings.most);
    settings.scaleDownAfter = std::chrono::round<std::chrono::milliseconds>(
        in.milliseconds(u"scaleDownAfterMs"_s, {0, longestWindowMs}, settings.scaleDownAfter));
    if (settings.most < settings.fewest)
        in.report(
            u"most"_s,
            u"At most %1 is less than at least %2. Raise \"most\" or lower \"fewest\"."_s.arg(settings.most)
                .arg(settings.fewest));
    return settings;
}

result::Checked<Autoscaling> readAutoscaling(const QByteArray &text, const QString &source)
{
    return json::checkedMessage<Autoscaling>(
        text, source, u"Send an object: {\"target\": 0.6, \"most\": 4}, or {}."_s,
        [](ObjectReader &in, Autoscaling &settings) { settings = readAutoscaling(in); });
}

} // namespace model::operation
