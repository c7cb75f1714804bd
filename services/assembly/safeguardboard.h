// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/operation/safeguard.h>

#include <atomic>

namespace services::assembly {

// Where it hangs which of a fleet's safeguards are on, for everyone to look at. Written by the fleet's
// control thread, read by each instance whenever one of them matters; any thread. A look costs a load.
class SafeguardBoard
{
public:
    explicit SafeguardBoard(model::operation::Safeguards safeguards = {})
        : m_bits(safeguards.bits())
    {
    }

    void set(model::operation::Safeguards safeguards) { m_bits = safeguards.bits(); }
    model::operation::Safeguards current() const { return model::operation::Safeguards::ofBits(m_bits); }
    bool isOn(model::operation::Safeguard safeguard) const { return current().isOn(safeguard); }

private:
    std::atomic<std::uint8_t> m_bits;
};

} // namespace services::assembly
