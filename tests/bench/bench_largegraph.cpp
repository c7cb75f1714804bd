// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a large system costs: 1,000 services with 2,000 lines between them, in a view of 1440x900 painted by
// software. A frame with 1,000 requests on their way, beside a plain full repaint of the same picture; a
// frame when all figures have changed; the longest frame from when all have fallen ill until nothing is left
// to be drawn of it, and how many it takes, since a picture may be drawn in pieces; how long it takes to read
// the figures from what a fleet tells of itself; and from asking for the pane to its first picture, with the
// longest time for which the window could not have answered meanwhile.

#include "benchreport.h"

#include <app/graph/graphpane.h>
#include <model/packaging/presets.h>

#include <QApplication>
#include <QElapsedTimer>

#include <random>

using namespace Qt::StringLiterals;
using namespace app::graph;

namespace {

constexpr int rounds = 7;
constexpr int framesPerRound = 20;
constexpr int capabilities = 1'000;
constexpr size_t requests = 1'000;
constexpr QSize window(1440, 900);

// Each calls two of those behind it; the first is the door.
model::system::System largeSystem()
{
    using namespace model::system;
    std::mt19937 random(1);
    System system;
    system.id = u"large"_s;
    system.title = u"Large"_s;
    system.teams = {{{u"a"_s}, u"A"_s}, {{u"b"_s}, u"B"_s}};
    for (int index = 0; index < capabilities; ++index) {
        Capability capability;
        capability.id = {u"service-%1"_s.arg(index)};
        capability.title = u"Service %1"_s.arg(index);
        capability.team = system.teams[static_cast<size_t>(index % 2)].id;
        auto &endpoint = capability.endpoints.emplace_back();
        endpoint.id = {capability.id, u"GET /"_s};
        endpoint.serviceTime = std::chrono::milliseconds(1);
        system.capabilities.push_back(std::move(capability));
    }
    system.entry = system.capabilities.front().id;
    for (int index = 1; index < capabilities; ++index) {
        for (int caller = 0; caller < 2; ++caller) {
            const auto from = random() % static_cast<unsigned>(index);
            Call call;
            call.to = system.capabilities[static_cast<size_t>(index)].endpoints.front().id;
            system.capabilities[from].endpoints.front().calls.push_back(call);
        }
    }
    return system;
}

// What a fleet of one instance a service tells while all of them are called, each time with other figures.
services::platform::FleetSnapshot fleetOf(const model::system::System &system, int turn)
{
    services::platform::FleetSnapshot fleet;
    for (int index = 0; index < capabilities; ++index) {
        const auto &capability = system.capabilities[static_cast<size_t>(index)];
        services::platform::InstanceSnapshot instance;
        instance.status.unit = {capability.id.value};
        instance.status.state = services::runtime::InstanceState::Healthy;
        instance.requests.perSecond = (index + turn) % 90 + 1;
        fleet.instances.push_back(instance);
        for (const auto &call : capability.endpoints.front().calls) {
            services::platform::LinkSnapshot link{{capability.id, call.to}, true, {}};
            link.calls.perSecond = (index + turn) % 30 + 1;
            fleet.links.push_back(link);
        }
    }
    return fleet;
}

// The longest time between two turns of the event loop.
class StallMeter : public QObject
{
public:
    StallMeter()
    {
        m_since.start();
        startTimer(0);
    }
    double longest() const { return m_longest; }

protected:
    void timerEvent(QTimerEvent *) override
    {
        m_longest = std::max(m_longest, static_cast<double>(m_since.nsecsElapsed()) / 1e6);
        m_since.start();
    }

private:
    QElapsedTimer m_since;
    double m_longest = 0;
};

struct Opening
{
    double firstPicture = 0; // ms
    double longestStall = 0; // ms
};

struct Showing
{
    double longestFrame = 0; // ms
    double all = 0; // ms, of the frames together
    int frames = 0;
};

class LargePane
{
public:
    explicit LargePane(const model::system::System &system)
    {
        QElapsedTimer elapsed;
        elapsed.start();
        const StallMeter stalls;
        m_pane = std::make_unique<GraphPane>(system, model::packaging::microservices(system), m_layouts);
        m_pane->resize(window);
        m_pane->QWidget::show();
        while (view().scene().isEmpty())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        m_pane->repaint();
        m_opening = {static_cast<double>(elapsed.nsecsElapsed()) / 1e6, stalls.longest()};
    }

    const Opening &opening() const { return m_opening; }
    GraphView &view() { return m_pane->view(); }

    void fill()
    {
        const size_t edges = view().scene().layout().edges.size();
        for (size_t times = 0; view().dots() < requests && times < 100'000; ++times)
            view().addTraffic({{times % edges, 1, 0, times % 10 == 0 ? 1 : 0}}, RequestDots::Moment(0));
    }
    // Half of them busy, some of them ill, others each time.
    Vitality figures(int turn) const
    {
        Vitality vitality;
        for (int index = 0; index < capabilities; ++index) {
            const bool isIll = (index + turn) % 40 == 0;
            vitality.nodes[{model::layout::NodeKind::Unit, u"service-%1"_s.arg(index)}] = {
                isIll ? Health::Bad : Health::Good, u"%1 /s"_s.arg((index + turn) % 90), {}, {Health::Good}};
        }
        return vitality;
    }

    // All of them as well or as ill, which is seen from afar, too.
    static Vitality wholly(Health health)
    {
        Vitality vitality;
        for (int index = 0; index < capabilities; ++index)
            vitality.nodes[{model::layout::NodeKind::Unit, u"service-%1"_s.arg(index)}].health = health;
        return vitality;
    }

    template<typename Change>
    double millisecondsAFrame(Change change)
    {
        double spent = 0;
        for (int frame = 0; frame < framesPerRound; ++frame) {
            fill();
            QElapsedTimer elapsed;
            elapsed.start();
            change(frame);
            view().advance();
            view().repaint();
            spent += static_cast<double>(elapsed.nsecsElapsed()) / 1e6;
        }
        return spent / framesPerRound;
    }

    // From new figures until a frame has nothing left to draw of them.
    Showing show(const Vitality &vitality)
    {
        constexpr int most = 100;
        Showing showing;
        QElapsedTimer elapsed;
        elapsed.start();
        view().setVitality(vitality);
        do {
            view().advance();
            view().repaint();
            const double frame = static_cast<double>(elapsed.nsecsElapsed()) / 1e6;
            showing.longestFrame = std::max(showing.longestFrame, frame);
            showing.all += frame;
            ++showing.frames;
            elapsed.start();
        } while (view().stillPicture().pixelsDrawn() > 0 && showing.frames < most);
        return showing;
    }

private:
    services::platform::Layouts m_layouts;
    std::unique_ptr<GraphPane> m_pane;
    Opening m_opening;
};

// Milliseconds of `read` for each of the fleets.
template<typename Read>
double millisecondsARead(const std::vector<services::platform::FleetSnapshot> &fleets, Read read)
{
    QElapsedTimer elapsed;
    elapsed.start();
    for (const auto &fleet : fleets)
        read(fleet);
    return static_cast<double>(elapsed.nsecsElapsed()) / 1e6 / static_cast<double>(fleets.size());
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const auto system = largeSystem();
    using tests::bench::Better;
    using tests::bench::Figure;
    Figure opening(u"1,000 services: asked for to first picture"_s, u"ms"_s, Better::Lower);
    Figure frame(u"a frame of 1,000 services, 2,000 lines, 1,000 requests"_s, u"ms"_s, Better::Lower);
    Figure change(u"a frame of the same when all figures have changed"_s, u"ms"_s, Better::Lower);
    Figure whole(u"the longest frame until it is drawn that all 1,000 services have fallen ill"_s, u"ms"_s,
                 Better::Lower);
    Figure reading(u"reading the figures of 1,000 services, twice a second"_s, u"ms"_s, Better::Lower);
    LivePicture live(system, model::packaging::microservices(system));
    std::vector<services::platform::FleetSnapshot> fleets;
    for (int turn = 0; turn < framesPerRound; ++turn)
        fleets.push_back(fleetOf(system, turn));
    for (int round = 0; round < rounds; ++round) {
        LargePane pane(system);
        opening.add(pane.opening().firstPicture);
        opening.add(u"longest time without an answer"_s, pane.opening().longestStall);
        frame.add(pane.millisecondsAFrame([](int) {}));
        frame.add(u"a plain full repaint of the same picture"_s,
                  pane.millisecondsAFrame([&](int) { pane.view().setTheme(app::style::Theme::light()); }));
        std::vector<Vitality> turns;
        for (int turn = 0; turn < framesPerRound; ++turn)
            turns.push_back(pane.figures(round + turn));
        change.add(pane.millisecondsAFrame(
            [&](int turn) { pane.view().setVitality(turns[static_cast<size_t>(turn)]); }));
        qsizetype read = 0;
        reading.add(millisecondsARead(
            fleets, [&](const auto &fleet) { read += live.vitality(fleet, {}).nodes.size(); }));
        if (read != qsizetype{capabilities} * std::ssize(fleets))
            qFatal("Not all figures were read");
        reading.add(u"requests that set out, ten times a second"_s,
                    millisecondsARead(fleets, [&](const auto &fleet) {
                        live.traffic(pane.view().scene(), fleet, RequestDots::Moment(0.1));
                    }));
        pane.show(LargePane::wholly(Health::Good));
        const auto showing = pane.show(LargePane::wholly(Health::Bad));
        whole.add(showing.longestFrame);
        whole.add(u"all of its frames"_s, showing.all);
        whole.add(u"number of its frames"_s, showing.frames);
    }
    opening.print();
    frame.print();
    change.print();
    whole.print();
    reading.print();
    return 0;
}
