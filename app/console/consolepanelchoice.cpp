// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which endpoint of which shapes a person has chosen.

#include "consolepanel.h"

#include <app/style/label.h>

#include <QComboBox>

#include <algorithm>

namespace app::console {

using namespace Qt::StringLiterals;

void ConsolePanel::fillEndpoints()
{
    for (const auto &title : m_titles)
        m_target->addItem(title);
    if (m_titles.size() > 1)
        m_target->addItem(m_titles.size() == 2 ? tr("Both, compared") : tr("All, compared"));
    m_target->setCurrentIndex(static_cast<int>(m_titles.size()) - 1);
    m_target->setAccessibleName(tr("Shape"));
    for (const auto &capability : m_system.capabilities) {
        for (const auto &endpoint : capability.endpoints) {
            m_endpoint->addItem(u"%1: %2"_s.arg(capability.title, endpoint.id.operation));
            m_endpoint->setItemData(m_endpoint->count() - 1, style::tip(endpoint.summary), Qt::ToolTipRole);
            m_endpoints.push_back(endpoint.id);
        }
    }
    m_endpoint->setAccessibleName(tr("Endpoint"));
    m_endpoint->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_endpoint->setMinimumContentsLength(20);
    m_endpoint->setMaxVisibleItems(14);
}

void ConsolePanel::choose(int fleet, const model::system::CapabilityId &capability)
{
    const auto *meant = m_system.capability(capability);
    if (meant != nullptr && !meant->endpoints.empty())
        choose(fleet, meant->endpoints.front().id);
}

void ConsolePanel::choose(int fleet, const model::system::EndpointId &wanted)
{
    m_target->setCurrentIndex(fleet);
    const auto row = std::ranges::find(m_endpoints, wanted);
    if (row != m_endpoints.end())
        m_endpoint->setCurrentIndex(static_cast<int>(row - m_endpoints.begin()));
    m_endpoint->setFocus(Qt::OtherFocusReason);
}

const model::system::EndpointId *ConsolePanel::endpoint() const
{
    const int row = m_endpoint->currentIndex();
    return row < 0 ? nullptr : &m_endpoints[static_cast<size_t>(row)];
}

std::vector<int> ConsolePanel::targets() const
{
    const int chosen = m_target->currentIndex();
    if (chosen < m_titles.size())
        return {chosen};
    std::vector<int> all;
    for (int fleet = 0; fleet < m_titles.size(); ++fleet)
        all.push_back(fleet);
    return all;
}

} // namespace app::console
