// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shopperpool.h"

#include <QUuid>

#include <algorithm>
#include <array>

namespace services::load {

using namespace Qt::StringLiterals;
using model::result::Kind;
using model::result::Result;
using model::system::Given;
using model::system::Journey;
using model::system::Step;

namespace {

constexpr std::size_t rememberedOrders = 200;

QString numbered(const QString &pattern, int number, int digits)
{
    return pattern.arg(number, digits, 10, QLatin1Char('0'));
}

// The shop has decided, as opposed to: it was not there, or the answer was lost.
bool isNo(Kind kind)
{
    static constexpr std::array decisions = {Kind::InvalidInput, Kind::Forbidden, Kind::NotFound,
                                             Kind::Conflict,     Kind::Declined,  Kind::TooLarge};
    return std::ranges::find(decisions, kind) != decisions.end();
}

bool waitsForMessage(const Journey &journey)
{
    return std::ranges::any_of(journey.steps, [](const Step &step) { return step.until.has_value(); });
}

} // namespace

bool fillsCart(const Journey &journey)
{
    return journey.given == Given::Session && std::ranges::any_of(journey.steps, [](const Step &step) {
               return step.authorised && step.endpoint.operation.startsWith(u"PUT ");
           });
}

bool logsIn(const Journey &journey)
{
    return journey.given == Given::Shopper && std::ranges::any_of(journey.steps, [](const Step &step) {
               return step.captures.contains(u"session"_s);
           });
}

ShopperPool::ShopperPool(Population population, quint64 seed)
    : m_population(std::move(population))
    , m_random(seed)
    , m_run(QUuid::createUuid().toString(QUuid::Id128).left(12))
    , m_customers(static_cast<std::size_t>(std::max(0, m_population.customers)))
{
    for (auto &customer : m_customers)
        customer.cartFilled = m_population.cartsAreFilled;
}

std::optional<Visit> ShopperPool::lend(const Journey &journey)
{
    if (journey.given == Given::Nobody)
        return visitOf(-1);
    if (journey.given == Given::PlacedOrder)
        return lendWithOrder(waitsForMessage(journey));

    int customer = -1;
    if (journey.given == Given::Shopper) {
        customer = pick([](const Customer &one) { return one.session.isEmpty(); });
        if (customer < 0)
            customer = pick([](const Customer &) { return true; });
    } else if (journey.given == Given::FilledCart) {
        customer
            = pick([](const Customer &one) { return one.cartFilled && !one.busy && !one.session.isEmpty(); });
    } else if (fillsCart(journey)) {
        customer = pick(
            [](const Customer &one) { return !one.cartFilled && !one.busy && !one.session.isEmpty(); });
        if (customer < 0)
            customer = pick([](const Customer &one) { return !one.busy && !one.session.isEmpty(); });
    } else {
        customer = pick([](const Customer &one) { return !one.session.isEmpty(); });
    }
    if (customer < 0)
        return std::nullopt;
    auto visit = visitOf(customer);
    auto &lent = m_customers[static_cast<std::size_t>(customer)];
    lent.busy = lent.busy || journey.given == Given::FilledCart || fillsCart(journey);
    if (journey.given == Given::FilledCart && !lent.openKey.isEmpty())
        visit.variables[u"key"_s] = lent.openKey;
    return visit;
}

// A receipt is wanted for an order just placed, since what it measures is how long its message takes; further
// receipts are for the newest order whose message has been seen, at best by somebody who looks again in the
// same session, or, as long as there is none, for the newest.
std::optional<Visit> ShopperPool::lendWithOrder(bool receipt)
{
    const auto sessionOf = [this](const Order &order) -> const QByteArray & {
        return m_customers[static_cast<std::size_t>(order.customer)].session;
    };
    const auto usable = [&](const Order &order) { return !sessionOf(order).isEmpty(); };
    auto order = m_orders.rend();
    if (receipt)
        order = std::find_if(m_orders.rbegin(), m_orders.rend(),
                             [&](const Order &one) { return !one.receiptWanted && usable(one); });
    for (const bool sameSession : {true, false}) {
        if (receipt && order == m_orders.rend())
            order = std::find_if(m_orders.rbegin(), m_orders.rend(), [&](const Order &one) {
                return one.receiptSeen && usable(one) && (!sameSession || one.seenIn == sessionOf(one));
            });
    }
    if (order == m_orders.rend())
        order = std::find_if(m_orders.rbegin(), m_orders.rend(), usable);
    if (order == m_orders.rend())
        return std::nullopt;
    if (receipt)
        order->receiptWanted = true;
    auto visit = visitOf(order->customer);
    visit.variables[u"order"_s] = order->id;
    return visit;
}

void ShopperPool::giveBack(const Journey &journey, const Visit &visit, const Result<Variables> &learnt)
{
    if (visit.customer < 0)
        return;
    auto &customer = m_customers[static_cast<std::size_t>(visit.customer)];
    const bool isCheckOut = journey.given == Given::FilledCart;
    if (isCheckOut || fillsCart(journey))
        customer.busy = false;
    if (isCheckOut)
        checkedOut(customer, visit, learnt);
    if (!learnt)
        return;
    if (journey.given == Given::PlacedOrder && waitsForMessage(journey))
        seeReceipt(visit);
    if (!isCheckOut && fillsCart(journey))
        customer.cartFilled
            = customer.orderedCart.isEmpty() || learnt->value(u"cart"_s) != customer.orderedCart;
    if (logsIn(journey))
        setSession(visit.customer, learnt->value(u"session"_s).toUtf8());
    if (isCheckOut && learnt->contains(u"order"_s))
        learnOrder(visit.customer, learnt->value(u"order"_s));
}

void ShopperPool::checkedOut(Customer &customer, const Visit &visit, const Result<Variables> &learnt)
{
    customer.cartFilled = false; // also after a failure: who knows how far it got
    const bool isDecided = learnt || isNo(learnt.error().kind);
    customer.openKey = isDecided ? QString() : visit.variables.value(u"key"_s);
    if (learnt)
        customer.orderedCart = learnt->value(u"orderedCart"_s);
}

void ShopperPool::loseSession(int customer)
{
    if (customer >= 0)
        setSession(customer, {});
}

void ShopperPool::setSession(int customer, const QByteArray &session)
{
    auto &held = m_customers[static_cast<std::size_t>(customer)].session;
    m_loggedIn += (session.isEmpty() ? 0 : 1) - (held.isEmpty() ? 0 : 1);
    held = session;
}

void ShopperPool::learnOrder(int customer, const QString &order)
{
    m_orders.push_back({customer, order});
    if (m_orders.size() > rememberedOrders)
        m_orders.pop_front();
}

void ShopperPool::seeReceipt(const Visit &visit)
{
    const auto seen = std::ranges::find(m_orders, visit.variables.value(u"order"_s), &Order::id);
    if (seen == m_orders.end())
        return;
    seen->receiptSeen = true;
    seen->seenIn = visit.session;
}

template<typename Fits>
int ShopperPool::pick(Fits fits)
{
    m_candidates.clear();
    for (std::size_t index = 0; index < m_customers.size(); ++index) {
        if (fits(m_customers[index]))
            m_candidates.push_back(static_cast<int>(index));
    }
    if (m_candidates.empty())
        return -1;
    return m_candidates[std::uniform_int_distribution<std::size_t>(0, m_candidates.size() - 1)(m_random)];
}

Visit ShopperPool::visitOf(int customer)
{
    ++m_visits;
    Visit visit;
    visit.customer = customer;
    std::uniform_int_distribution product(1, std::max(1, m_population.products));
    std::uniform_int_distribution<qsizetype> word(0, std::max<qsizetype>(0, m_population.words.size() - 1));
    visit.variables = {
        {u"product"_s, numbered(m_population.productPattern, product(m_random), 4)},
        {u"word"_s, m_population.words.value(word(m_random))},
        {u"password"_s, m_population.password},
        {u"card"_s, m_population.card},
        {u"key"_s, u"%1-%2"_s.arg(m_run).arg(m_visits)},
        {u"name"_s, u"Visitor %1"_s.arg(m_visits)},
        {u"email"_s, u"visitor-%1-%2@example.test"_s.arg(m_run).arg(m_visits)},
    };
    if (customer >= 0) {
        visit.variables[u"email"_s] = numbered(m_population.emailPattern, customer + 1, 3);
        visit.variables[u"name"_s] = u"Shopper %1"_s.arg(customer + 1);
        visit.session = m_customers[static_cast<std::size_t>(customer)].session;
    }
    return visit;
}

} // namespace services::load
