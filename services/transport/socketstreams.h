// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "stream.h"

#include <services/waiting/descriptorset.h>

namespace services::transport {

// Streams over TCP sockets of 127.0.0.1, all on one watch.
class SocketStreams final : public StreamFactory
{
public:
    std::unique_ptr<Stream> accept(qintptr descriptor, StreamHandler &handler) override;
    model::result::Result<std::unique_ptr<Stream>> connect(Address address, StreamHandler &handler) override;

private:
    const std::shared_ptr<waiting::DescriptorSet> m_watch = waiting::DescriptorSet::ofThisThread();
};

} // namespace services::transport
