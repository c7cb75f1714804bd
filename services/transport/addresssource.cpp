// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "addresssource.h"

#include <utility>

namespace services::transport {

Lease::Lease(Address address, model::system::InstanceId instance, Outstanding outstanding)
    : m_address(address)
    , m_instance(std::move(instance))
    , m_outstanding(std::move(outstanding))
{
    if (m_outstanding)
        m_outstanding->fetch_add(1); // in one order with whoever closes an instance and then waits for zero
}

Lease::~Lease()
{
    end();
}

Lease &Lease::operator=(Lease &&other) noexcept
{
    if (this == &other)
        return *this;
    end();
    m_address = other.m_address;
    m_instance = std::move(other.m_instance);
    m_outstanding = std::move(other.m_outstanding);
    return *this;
}

void Lease::end()
{
    if (const auto outstanding = std::exchange(m_outstanding, nullptr))
        outstanding->fetch_sub(1);
}

} // namespace services::transport
