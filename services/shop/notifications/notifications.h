// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "messagerepository.h"

#include <services/assembly/componentfactory.h>

namespace services::shop::notifications {

using contract::Reply;
using contract::Request;

// Writes to customers that their order is confirmed and that their parcel is on its way: one mail each,
// however often it is told. "Sending" puts the mail into the customer's box here: the demonstration writes to
// nobody's real address. Made, used and destroyed in the thread of its instance. While it is dead mail is
// late, none is lost.
class Notifications final : public contract::Component
{
public:
    explicit Notifications(assembly::ComponentContext context);

private:
    QCoro::Task<Result<Reply>> list(Request request);
    QCoro::Task<Result<void>> orderPlaced(contract::Event event, contract::RequestContext context);
    QCoro::Task<Result<void>> shipmentCreated(contract::Event event, contract::RequestContext context);

    Result<void> send(const contract::Event &cause, Message message);

    assembly::ComponentContext m_context;
    MessageRepository m_messages;
};

} // namespace services::shop::notifications
