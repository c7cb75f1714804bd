// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "graphview.h"
#include "livepicture.h"

#include <services/platform/layouts.h>

class QLabel;

namespace app::graph {

// One system under one packaging: its heading and its live picture, laid out in the background whenever the
// shape of the place calls for it. GUI thread.
class GraphPane : public QWidget
{
    Q_OBJECT
public:
    GraphPane(const model::system::System &system,
              const model::packaging::Packaging &packaging,
              services::platform::Layouts &layouts,
              QWidget *parent = nullptr);

    GraphView &view() { return *m_view; }
    const model::packaging::Packaging &packaging() const { return m_packaging; }
    void setTheme(const style::Theme &theme);
    void show(const services::platform::FleetSnapshot &fleet, model::telemetry::Instant now);
    // How it was at an earlier moment, without requests on their way.
    void showMoment(const services::platform::FleetSnapshot &fleet, model::telemetry::Instant then);
    // Selects whatever holds the capability; nothing: deselects.
    void selectCapability(const std::optional<model::system::CapabilityId> &capability);

    // Selects the line of a call, or, of a call within a unit, its caller.
    void selectCall(const model::system::CapabilityId &caller, const model::system::CapabilityId &callee);

private:
    void askForLayout();
    double aspect() const;

    model::system::System m_system;
    model::packaging::Packaging m_packaging;
    services::platform::Layouts &m_layouts;
    LivePicture m_live;
    QLabel *m_title;
    QLabel *m_summary;
    GraphView *m_view;
    QTimer m_settle; // a window that is being resized asks once, when it rests
    double m_askedAspect = 0;
    model::telemetry::Instant m_lastVitality{};
    model::telemetry::Instant m_lastTraffic{};
};

} // namespace app::graph
