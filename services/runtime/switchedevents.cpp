// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "switchedevents.h"

namespace services::runtime {

using model::operation::Safeguard;
using storage::Result;

SwitchedSink::SwitchedSink(storage::EventSink &outbox,
                           storage::EventSink &instead,
                           const assembly::SafeguardBoard &board)
    : m_outbox(outbox)
    , m_instead(instead)
    , m_board(board)
{
}

Result<void> SwitchedSink::append(const contract::Event &event)
{
    auto &sink = m_board.isOn(Safeguard::Outbox) ? m_outbox : m_instead;
    return sink.append(event);
}

SwitchedMemory::SwitchedMemory(storage::EventMemory &inbox, const assembly::SafeguardBoard &board)
    : m_inbox(inbox)
    , m_board(board)
{
}

Result<bool> SwitchedMemory::remember(const QByteArray &eventId, const QString &consumer)
{
    const bool isOn = m_board.isOn(Safeguard::Inbox);
    return m_inbox.remember(eventId, consumer).map([&](bool isNew) { return isNew || !isOn; });
}

} // namespace services::runtime
