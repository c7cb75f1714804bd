// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "answermemory.h"

#include <services/assembly/componentfactory.h>

#include <QHash>

namespace services::shop::storefront {

using contract::Reply;
using contract::Request;
using contract::Result;

// The customers' one door: the web page, its home answer, and /api/... which forwards to the capabilities
// with the customer's session and idempotency key. Where a capability is optional a declared fallback stands
// in for it, and the answer says so. Owns no data. Made and used in the thread of its instance.
class Storefront final : public contract::Component
{
public:
    explicit Storefront(assembly::ComponentContext context);

private:
    QCoro::Task<Result<Reply>> page(Request request);
    QCoro::Task<Result<Reply>> home(Request request);
    QCoro::Task<Result<Reply>> forward(Request request);
    QCoro::Task<Result<Reply>> search(Request request);
    QCoro::Task<Result<Reply>> recommendations(Request request);
    QCoro::Task<Result<Reply>> shipments(Request request);

    QString greetingFor(const Request &request) const;

    assembly::ComponentContext m_context;
    QHash<QString, model::system::EndpointId> m_passages; // operation at the door -> who answers
    AnswerMemory m_remembered; // answers of search
    QByteArray m_page;
};

} // namespace services::shop::storefront
