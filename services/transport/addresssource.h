// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "address.h"

#include <services/contract/caller.h>

#include <atomic>
#include <memory>
#include <optional>

namespace services::transport {

// One call's claim on an instance: counts as outstanding there until it is destroyed. Move-only; any thread.
class Lease
{
public:
    using Outstanding = std::shared_ptr<std::atomic<int>>;

    // A null `outstanding` is not counted.
    Lease(Address address, model::system::InstanceId instance, Outstanding outstanding);
    ~Lease();
    Lease(Lease &&other) noexcept = default; // leaves the other without a count
    Lease &operator=(Lease &&other) noexcept;
    Lease(const Lease &) = delete;
    Lease &operator=(const Lease &) = delete;

    Address address() const { return m_address; }
    const model::system::InstanceId &instance() const { return m_instance; }

private:
    void end();

    Address m_address;
    model::system::InstanceId m_instance;
    Outstanding m_outstanding;
};

// Says which instance a call should go to: the registry and the load balancer as callers see them. Used from
// the thread of the caller.
class AddressSource
{
public:
    virtual ~AddressSource() = default;
    // Nothing when no instance of that capability can take work now.
    virtual std::optional<Lease> pick(const model::system::CapabilityId &callee) = 0;
    // The instance refused the connection: it is not there, whatever the last health check said.
    virtual void refused(const Lease &lease, const contract::Request &request) = 0;
    // How each call over a lease has ended, refused ones too; nothing: well.
    virtual void ended(const Lease &, const contract::Request &, std::optional<contract::Kind>) { }
};

} // namespace services::transport
