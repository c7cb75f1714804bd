// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chargerepository.h"

#include <services/assembly/componentfactory.h>
#include <services/shop/input/repeats.h>

namespace services::shop::payments {

using contract::Reply;
using contract::Request;

// Charges cards and gives money back. The id of a charge is the idempotency key it was asked for with, so
// that a caller which lost the answer can still name it: the same key with the same body gets the same
// answer, with another body a Conflict. Made, used and destroyed in the thread of its instance. While it is
// dead nobody can check out; a charge whose answer was lost is called off or found again by its id.
class Payments final : public contract::Component
{
public:
    explicit Payments(assembly::ComponentContext context);

private:
    QCoro::Task<Result<Reply>> charge(Request request);
    QCoro::Task<Result<Reply>> show(Request request);
    // Gives the money back once; further refunds get the same answer. With the charge's own key it also calls
    // off a charge which has not arrived: should it arrive later, it is refused.
    QCoro::Task<Result<Reply>> refund(Request request);

    struct Demand
    {
        QString id;
        QString order;
        std::int64_t amount = 0; // cents
        QString card;
    };
    Result<Demand> demandOf(const Request &request) const;
    Result<Charge> chargeOnce(Demand demand);
    Result<Charge> refundOnce(const QString &id, bool callOff);

    assembly::ComponentContext m_context;
    ChargeRepository m_charges;
    input::Repeats m_repeats;
};

} // namespace services::shop::payments
