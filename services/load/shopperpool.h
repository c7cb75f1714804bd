// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "population.h"
#include "visit.h"

#include <model/result/result.h>
#include <model/system/journey.h>

#include <deque>
#include <optional>
#include <random>
#include <vector>

namespace services::load {

// Remembers who is logged in, whose cart holds something and who has ordered, so that each journey is tried
// by somebody for whom its `given` is true. It only believes what it has seen succeed: after a failed
// check-out it no longer counts on that cart, and whoever does not know what became of one tries again with
// the same key. A cart whose order has not been taken out of it yet is not ordered again: a journey that
// fills carts captures `cart`, and a check-out `orderedCart`, which are equal until it is. Seeded;
// thread-bound; owned by the crowd.
class ShopperPool
{
public:
    ShopperPool(Population population, quint64 seed);

    // A shopper for the journey; nothing when nobody is in the state it needs. Give each visit back.
    std::optional<Visit> lend(const model::system::Journey &journey);
    // What the attempt has taught: the variables after it (session, order, cart, orderedCart), or why it
    // failed.
    void giveBack(const model::system::Journey &journey,
                  const Visit &visit,
                  const model::result::Result<Variables> &learnt);
    // The customer's session was not accepted.
    void loseSession(int customer);

    int loggedIn() const { return m_loggedIn; }
    const Population &population() const { return m_population; }

private:
    struct Customer
    {
        QByteArray session;
        bool cartFilled = false;
        QString openKey; // of a check-out of which nobody knows what became
        QString orderedCart; // what the last check-out ordered
        bool busy = false; // does something with the cart that another attempt would disturb
    };
    struct Order
    {
        int customer = -1;
        QString id;
        bool receiptWanted = false; // somebody has asked for it
        bool receiptSeen = false;
        QByteArray seenIn = {}; // the session
    };

    std::optional<Visit> lendWithOrder(bool receipt);
    // Any of the customers for whom `fits` holds, at random; -1: none.
    template<typename Fits>
    int pick(Fits fits);
    Visit visitOf(int customer);
    static void
    checkedOut(Customer &customer, const Visit &visit, const model::result::Result<Variables> &learnt);
    void setSession(int customer, const QByteArray &session);
    void learnOrder(int customer, const QString &order);
    void seeReceipt(const Visit &visit);

    Population m_population;
    std::mt19937_64 m_random;
    QString m_run; // makes e-mail addresses and keys new in each run
    quint64 m_visits = 0;
    int m_loggedIn = 0;
    std::vector<Customer> m_customers;
    std::vector<int> m_candidates; // only used inside pick()
    std::deque<Order> m_orders; // the newest last
};

// A successful attempt leaves something in the cart: the logged-in shopper puts something somewhere.
bool fillsCart(const model::system::Journey &journey);
// It is how shoppers get their sessions: a registered customer captures `session`.
bool logsIn(const model::system::Journey &journey);

} // namespace services::load
