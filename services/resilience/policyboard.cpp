// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "policyboard.h"

namespace services::resilience {

using model::operation::PolicyBook;

PolicyBoard::PolicyBoard(PolicyBook book)
    : m_edition(std::make_shared<const Edition>(Edition{1, std::move(book)}))
    , m_version(m_edition->version)
{
}

void PolicyBoard::publish(PolicyBook book)
{
    const std::lock_guard lock(m_mutex);
    m_edition = std::make_shared<const Edition>(Edition{m_edition->version + 1, std::move(book)});
    m_version.store(m_edition->version, std::memory_order_release);
}

std::shared_ptr<const PolicyBoard::Edition> PolicyBoard::current() const
{
    const std::lock_guard lock(m_mutex);
    return m_edition;
}

} // namespace services::resilience
