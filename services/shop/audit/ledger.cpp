// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger.h"

#include <services/shop/recommendations/schema.h>

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>

namespace services::shop::audit {

using namespace Qt::StringLiterals;
using storage::Database;
using storage::failure;
using storage::Kind;
using storage::Result;
using storage::Row;

namespace {

using Each = std::function<void(const Row &)>;

Order::State stateOfWord(const QString &word)
{
    if (word == u"confirmed")
        return Order::State::Confirmed;
    return word == u"refused" || word == u"compensated" ? Order::State::Over : Order::State::Unsettled;
}

Pieces piecesOf(const QString &lines)
{
    Pieces pieces;
    for (const auto &line : QJsonDocument::fromJson(lines.toUtf8()).array())
        pieces[line[u"product"].toString()] += line[u"quantity"].toInteger();
    return pieces;
}

// Reads one book after another; the first that cannot be read ends it.
class LedgerReader
{
public:
    explicit LedgerReader(const BookFiles &files)
        : m_files(files)
    {
    }

    Result<Ledger> read()
    {
        readOrders();
        readCharges();
        readReservations();
        readShelves();
        readDelivery();
        readRest();
        readOutboxes();
        readEffort();
        return m_error ? Result<Ledger>(failure(*m_error)) : m_ledger;
    }

private:
    void readOrders()
    {
        query(u"orders"_s, u"SELECT id, state, total, lines, account, cart_generation FROM orders"_s,
              [this](const Row &row) {
                  m_ledger.orders.insert(row.text(0),
                                         {.state = stateOfWord(row.text(1)),
                                          .total = row.integer(2),
                                          .pieces = piecesOf(row.text(3)),
                                          .account = row.text(4),
                                          .isOfKnownCart = !row.isNull(5)});
              });
    }
    void readCharges()
    {
        query(u"payments"_s, u"SELECT order_id, amount FROM payments_charges WHERE state = 'captured'"_s,
              [this](const Row &row) { m_ledger.captured.insert(row.text(0), row.integer(1)); });
    }
    void readReservations()
    {
        QMap<QString, std::pair<QString, Pieces>> committed; // by reservation: its order and what it took
        query(u"inventory"_s,
              u"SELECT r.id, r.order_id, r.state, i.product, i.quantity FROM inventory_reservations r"
              " JOIN inventory_reservation_items i ON i.reservation = r.id"
              " WHERE r.state IN ('committed', 'held')"_s,
              [&](const Row &row) {
                  if (row.text(2) == u"committed") {
                      auto &[order, pieces] = committed[row.text(0)];
                      order = row.text(1);
                      pieces[row.text(3)] += row.integer(4);
                  } else {
                      m_ledger.held.append({row.text(1), row.text(3), row.integer(4)});
                  }
              });
        for (const auto &[order, pieces] : std::as_const(committed))
            m_ledger.taken.insert(order, pieces);
    }
    void readShelves()
    {
        query(u"inventory"_s, u"SELECT product, available, held, sold, stocked FROM inventory_stock"_s,
              [this](const Row &row) {
                  m_ledger.shelves.insert(row.text(0),
                                          {row.integer(1), row.integer(2), row.integer(3), row.integer(4)});
              });
    }
    void readDelivery()
    {
        query(u"shipping"_s, u"SELECT order_id FROM shipping_shipments"_s,
              [this](const Row &row) { ++m_ledger.parcels[row.text(0)]; });
        query(u"notifications"_s, u"SELECT order_id, kind FROM notifications_messages"_s,
              [this](const Row &row) {
                  auto &mails = row.text(1) == u"order-shipped" ? m_ledger.notices : m_ledger.confirmations;
                  ++mails[row.text(0)];
              });
    }
    void readRest()
    {
        query(u"cart"_s, u"SELECT account, generation FROM cart_generations"_s, [this](const Row &row) {
            m_ledger.emptied.insert(row.text(0), static_cast<int>(row.integer(1)));
        });
        query(u"recommendations"_s, u"SELECT coalesce(sum(sold), 0) FROM recommendations_products"_s,
              [this](const Row &row) {
                  m_ledger.counted = row.integer(0) - recommendations::soldOnTheFirstDay();
              });
        query(u"catalogue"_s, u"SELECT id, version FROM catalogue_products"_s,
              [this](const Row &row) { m_ledger.versions.insert(row.text(0), row.integer(1)); });
        query(u"search"_s, u"SELECT id, version FROM search_products"_s,
              [this](const Row &row) { m_ledger.indexed.insert(row.text(0), row.integer(1)); });
    }
    void readOutboxes()
    {
        const auto files = m_files.values();
        for (const auto &file : QSet<QString>(files.begin(), files.end()))
            queryFile(file, u"SELECT topic, key FROM outbox"_s, [this](const Row &row) {
                m_ledger.unpublished.insert(row.text(0), QString::fromUtf8(row.bytes(1)));
            });
    }

    // Each entry of the saga's log, each charge and each reservation was a commit, and so was its end.
    void readEffort()
    {
        auto &effort = m_ledger.effort;
        query(u"orders"_s,
              u"SELECT count(*), coalesce(sum(steps), 0), coalesce(sum(undone), 0), coalesce(sum(again), 0)"
              " FROM (SELECT count(*) AS steps, max(state = 'unwinding') AS undone,"
              "   max(tries) > 0 OR count(DISTINCT nullif(worker, '')) > 1 AS again"
              "   FROM orders_log GROUP BY order_id)"_s,
              [&effort](const Row &row) {
                  effort.purchases = static_cast<int>(row.integer(0));
                  effort.commits += row.integer(1);
                  effort.undone = static_cast<int>(row.integer(2));
                  effort.takenUp = static_cast<int>(row.integer(3));
              });
        const auto add = [&effort](const Row &row) { effort.commits += row.integer(0); };
        query(u"payments"_s,
              u"SELECT count(*) + coalesce(sum(state = 'refunded'), 0) FROM payments_charges"_s, add);
        query(u"inventory"_s,
              u"SELECT count(*) + coalesce(sum(state <> 'held'), 0) FROM inventory_reservations"_s, add);
        effort.isInOneStore = m_files.value(u"orders"_s) == m_files.value(u"payments"_s)
            && m_files.value(u"orders"_s) == m_files.value(u"inventory"_s);
    }

    void query(const QString &capability, const QString &sql, const Each &each)
    {
        queryFile(m_files.value(capability), sql, each);
    }
    void queryFile(const QString &file, const QString &sql, const Each &each)
    {
        if (m_error)
            return;
        const auto database = open(file);
        const auto read
            = database ? (*database)->query(sql, {}, each) : Result<void>(failure(database.error()));
        if (!read)
            m_error = read.error();
    }
    // In a monolith all books are in one.
    Result<Database *> open(const QString &file)
    {
        auto &database = m_open[file];
        if (database)
            return database.get();
        if (!QFileInfo::exists(file))
            return failure(Kind::NotFound, u"There are no books at %1"_s.arg(file), file);
        auto opened = Database::open(file);
        if (!opened)
            return failure(opened.error());
        database = std::move(*opened);
        return database.get();
    }

    const BookFiles &m_files;
    std::map<QString, std::unique_ptr<Database>> m_open;
    Ledger m_ledger;
    std::optional<storage::Error> m_error;
};

} // namespace

Result<Ledger> readLedger(const BookFiles &files)
{
    return LedgerReader(files).read();
}

} // namespace services::shop::audit
