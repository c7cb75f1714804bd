// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "descriptorset.h"

namespace services::waiting {

// A set with one place in Qt's own event loop, which then tells of all its descriptors.
class NotifiedSet final : public DescriptorSet
{
public:
    NotifiedSet();
    ~NotifiedSet();

private:
    class Notifier;
    Notifier *m_notifier;
};

} // namespace services::waiting
