// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sender.h"

#include <bit>

namespace services::broker::kafka {

using namespace Qt::StringLiterals;

namespace {

rd_kafka_vu_t part(rd_kafka_vtype_t type)
{
    rd_kafka_vu_t part{};
    part.vtype = type;
    return part;
}

rd_kafka_vu_t bytes(rd_kafka_vtype_t type, const QByteArray &value)
{
    auto made = part(type);
    made.u.mem.ptr = const_cast<char *>(value.constData());
    made.u.mem.size = static_cast<std::size_t>(value.size());
    return made;
}

} // namespace

void Sender::send(const QByteArray &topic, const Record &record, Done done)
{
    const auto serial = ++m_last;
    const bool isInFirst = record.event.key.isEmpty() || !record.deadBecause.isEmpty();
    std::vector<rd_kafka_vu_t> parts;
    parts.push_back(part(RD_KAFKA_VTYPE_TOPIC));
    parts.back().u.cstr = topic.constData();
    parts.push_back(part(RD_KAFKA_VTYPE_PARTITION));
    parts.back().u.i32 = isInFirst ? 0 : RD_KAFKA_PARTITION_UA;
    parts.push_back(bytes(RD_KAFKA_VTYPE_VALUE, record.event.payload));
    if (!record.event.key.isEmpty())
        parts.push_back(bytes(RD_KAFKA_VTYPE_KEY, record.event.key));
    parts.push_back(part(RD_KAFKA_VTYPE_TIMESTAMP));
    parts.back().u.i64
        = std::chrono::floor<std::chrono::milliseconds>(record.publishedAt).time_since_epoch().count();
    parts.push_back(part(RD_KAFKA_VTYPE_MSGFLAGS));
    parts.back().u.i = RD_KAFKA_MSG_F_COPY;
    parts.push_back(part(RD_KAFKA_VTYPE_OPAQUE));
    parts.back().u.ptr = std::bit_cast<void *>(serial);
    parts.push_back(part(RD_KAFKA_VTYPE_HEADERS));
    auto *headers = record.headers();
    parts.back().u.headers = headers;
    auto *error = rd_kafka_produceva(m_client.handle(), parts.data(), parts.size());
    if (error == nullptr) {
        m_unconfirmed.emplace(serial, std::move(done));
        return;
    }
    const auto code = rd_kafka_error_code(error);
    rd_kafka_error_destroy(error);
    rd_kafka_headers_destroy(headers);
    done(failure(errorOf(code, u"This cannot be published"_s)));
}

void Sender::handle(rd_kafka_event_t *delivered)
{
    while (const auto *message = rd_kafka_event_message_next(delivered)) {
        const auto serial = std::bit_cast<std::uint64_t>(message->_private);
        const auto done = m_unconfirmed.extract(serial);
        if (!done)
            continue;
        if (message->err == RD_KAFKA_RESP_ERR_NO_ERROR)
            done.mapped()({});
        else
            done.mapped()(failure(errorOf(message->err, u"This could not be published"_s)));
    }
}

void Sender::abandon(const Error &why)
{
    for (auto &[serial, done] : std::exchange(m_unconfirmed, {}))
        done(failure(why));
}

} // namespace services::broker::kafka
