// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "orderlife.h"

#include <QFileInfo>

#include <functional>
#include <map>
#include <optional>

namespace services::shop::history {

using namespace Qt::StringLiterals;
using model::telemetry::TraceContext;
using storage::Database;
using storage::failure;
using storage::Row;

namespace {

// Asks one store after another; the first that does not answer ends it.
class LifeReader
{
public:
    LifeReader(const QMap<QString, QString> &files, QString order)
        : m_files(files)
        , m_order(std::move(order))
    {
    }

    Result<OrderLife> read()
    {
        readOrder();
        if (!m_error && m_life.order.id.isEmpty())
            return failure(storage::Kind::NotFound, u"There is no such order"_s, m_order);
        readLog();
        readOthers();
        readOutboxes();
        return m_error ? Result<OrderLife>(failure(*m_error)) : m_life;
    }

private:
    void readOrder()
    {
        query(u"orders"_s,
              u"SELECT id, state, attempt, total, currency, placed_at, coalesce(failure_message, ''), tries,"
              " trace FROM orders WHERE id = ?"_s,
              [this](const Row &row) {
                  m_life.order = {.id = row.text(0),
                                  .state = orders::stateOfWord(row.text(1)),
                                  .attempt = static_cast<int>(row.integer(2)),
                                  .total = row.integer(3),
                                  .currency = row.text(4),
                                  .placedAt = calendar::moment(row.integer(5)),
                                  .failure = row.text(6),
                                  .tries = static_cast<int>(row.integer(7))};
                  m_life.trace = TraceContext::fromTraceparent(row.bytes(8)).value_or(TraceContext());
              });
    }
    void readLog()
    {
        query(u"orders"_s,
              u"SELECT at, attempt, state, owes_charge, owes_reservation, failure_message, tries, worker"
              " FROM orders_log WHERE order_id = ? ORDER BY number"_s,
              [this](const Row &row) {
                  m_life.log.push_back(
                      {.at = calendar::moment(row.integer(0)),
                       .attempt = static_cast<int>(row.integer(1)),
                       .state = orders::stateOfWord(row.text(2)),
                       .debts = {.charge = row.integer(3) != 0, .reservation = row.integer(4) != 0},
                       .failure = row.text(5),
                       .tries = static_cast<int>(row.integer(6)),
                       .worker = row.text(7)});
              });
    }
    void readOthers()
    {
        query(u"payments"_s,
              u"SELECT state, reason, amount, created_at FROM payments_charges WHERE order_id = ?"
              " ORDER BY created_at"_s,
              [this](const Row &row) {
                  m_life.charges.push_back(
                      {row.text(0), row.text(1), row.integer(2), calendar::moment(row.integer(3))});
              });
        query(u"inventory"_s, u"SELECT state FROM inventory_reservations WHERE order_id = ?"_s,
              [this](const Row &row) { m_life.reservations.append(row.text(0)); });
        query(u"shipping"_s,
              u"SELECT created_at FROM shipping_shipments WHERE order_id = ? ORDER BY created_at"_s,
              [this](const Row &row) { m_life.parcels.push_back(calendar::moment(row.integer(0))); });
        query(u"notifications"_s,
              u"SELECT kind, sent_at FROM notifications_messages WHERE order_id = ? ORDER BY sent_at"_s,
              [this](const Row &row) {
                  m_life.mails.push_back({row.text(0), calendar::moment(row.integer(1))});
              });
    }
    void readOutboxes()
    {
        QStringList seen; // files
        for (const auto &capability : {u"orders"_s, u"shipping"_s}) {
            if (seen.contains(m_files.value(capability)))
                continue;
            seen.append(m_files.value(capability));
            query(capability, u"SELECT topic FROM outbox WHERE CAST(key AS TEXT) = ?"_s,
                  [this](const Row &row) { m_life.unpublished.append(row.text(0)); });
        }
    }

    // About this order.
    void query(const QString &capability, const QString &sql, const std::function<void(const Row &)> &each)
    {
        if (m_error)
            return;
        const auto database = open(m_files.value(capability));
        const auto read
            = database ? (*database)->query(sql, {m_order}, each) : Result<void>(failure(database.error()));
        if (!read)
            m_error = read.error();
    }
    Result<Database *> open(const QString &file)
    {
        auto &database = m_open[file];
        if (database)
            return database.get();
        if (!QFileInfo::exists(file))
            return failure(storage::Kind::NotFound, u"There are no books at %1"_s.arg(file), file);
        auto opened = Database::open(file);
        if (!opened)
            return failure(opened.error());
        database = std::move(*opened);
        return database.get();
    }

    const QMap<QString, QString> &m_files;
    QString m_order;
    std::map<QString, std::unique_ptr<Database>> m_open;
    OrderLife m_life;
    std::optional<storage::Error> m_error;
};

} // namespace

Result<OrderLife> readOrderLife(const QMap<QString, QString> &files, const QString &order)
{
    return LifeReader(files, order).read();
}

} // namespace services::shop::history
