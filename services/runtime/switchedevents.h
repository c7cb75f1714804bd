// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/assembly/safeguardboard.h>
#include <services/storage/eventmemory.h>
#include <services/storage/eventsink.h>

namespace services::runtime {

// The outbox while that is on, and what takes its place while it is off. Owned by the instance, in its
// thread.
class SwitchedSink final : public storage::EventSink
{
public:
    SwitchedSink(storage::EventSink &outbox,
                 storage::EventSink &instead,
                 const assembly::SafeguardBoard &board);

    storage::Result<void> append(const contract::Event &event) override;

private:
    storage::EventSink &m_outbox;
    storage::EventSink &m_instead;
    const assembly::SafeguardBoard &m_board;
};

// The inbox while that is on. While it is off each event counts as new; it is remembered even so, for the
// time when the inbox is on again. Owned by the instance, in its thread.
class SwitchedMemory final : public storage::EventMemory
{
public:
    SwitchedMemory(storage::EventMemory &inbox, const assembly::SafeguardBoard &board);

    storage::Result<bool> remember(const QByteArray &eventId, const QString &consumer) override;

private:
    storage::EventMemory &m_inbox;
    const assembly::SafeguardBoard &m_board;
};

} // namespace services::runtime
