// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "echo.h"

namespace services::capacity {

using namespace Qt::StringLiterals;
using contract::Reply;
using contract::Request;
using contract::Result;
using model::system::Capability;
using model::system::CapabilityId;
using model::system::EndpointId;

namespace {

const CapabilityId door{u"door"_s};
const CapabilityId near{u"near"_s};
const CapabilityId far{u"far"_s};

Capability capability(const CapabilityId &id, const std::vector<EndpointId> &calls)
{
    Capability made;
    made.id = id;
    made.title = id.value;
    made.bootTime = std::chrono::milliseconds(0);
    model::system::Endpoint own;
    own.id = {id, u"GET /"_s + id.value};
    made.endpoints.push_back(own);
    for (const auto &to : calls) {
        model::system::Endpoint handedOn;
        handedOn.id = {id, to.operation};
        model::system::Call call;
        call.to = to;
        handedOn.calls.push_back(call);
        made.endpoints.push_back(handedOn);
    }
    return made;
}

// Answers by itself what is called after it, and hands on everything else.
class Echo final : public contract::Component
{
public:
    Echo(const CapabilityId &self, assembly::ComponentContext context)
        : m_context(std::move(context))
    {
        serve(u"GET /"_s + self.value, this, &Echo::answer);
        if (self == door) {
            serve(u"GET /near"_s, this, &Echo::askNear);
            serve(u"GET /far"_s, this, &Echo::askFar);
        }
    }

private:
    QCoro::Task<Result<Reply>> answer(Request) { co_return Reply::json(QJsonObject{{u"echo"_s, true}}); }
    QCoro::Task<Result<Reply>> askNear(Request request)
    {
        request.endpoint.capability = near;
        return m_context.calls.call(std::move(request));
    }
    QCoro::Task<Result<Reply>> askFar(Request request)
    {
        request.endpoint.capability = far;
        return m_context.calls.call(std::move(request));
    }

    assembly::ComponentContext m_context;
};

} // namespace

model::system::System echoSystem()
{
    model::system::System system;
    system.id = u"echo"_s;
    system.title = u"Echo"_s;
    system.components = u"echo"_s;
    system.entry = door;
    system.capabilities = {capability(door, {{near, u"GET /near"_s}, {far, u"GET /far"_s}}),
                           capability(near, {}), capability(far, {})};
    return system;
}

model::packaging::Packaging echoPackaging()
{
    return {{u"echo"_s},
            u"Echo"_s,
            {{{u"house"_s}, u"House"_s, {door, near}, 1}, {{u"far"_s}, u"Far"_s, {far}, 1}}};
}

std::unique_ptr<contract::Component> EchoFactory::make(const CapabilityId &capability,
                                                       assembly::ComponentContext context) const
{
    return std::make_unique<Echo>(capability, std::move(context));
}

std::vector<storage::Migration> EchoFactory::migrations(const CapabilityId &) const
{
    return {};
}

storage::Result<void> EchoFactory::seed(const CapabilityId &, storage::Database &) const
{
    return {};
}

} // namespace services::capacity
