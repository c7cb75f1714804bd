// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What one frame costs: both shapes of the shop side by side as in a window of 1440x900, with 300 requests on
// their way, moved and painted by software into the window's store. All of it from the still picture, with
// that picture drawn anew, and, as it is while nothing but the requests changes, only where they are.

#include "benchreport.h"

#include <app/graph/graphview.h>
#include <app/graph/lettering.h>
#include <model/layout/gridlayouter.h>
#include <model/packaging/presets.h>
#include <model/system/systemreader.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;
using namespace app::graph;

namespace {

constexpr int rounds = 9;
constexpr int framesPerRound = 40;
constexpr size_t wanted = 300;

GraphScene sceneOf(const model::system::System &system,
                   const model::packaging::Packaging &packaging,
                   const QWidget &view)
{
    model::layout::LayoutRequest request;
    request.system = system;
    request.packaging = packaging;
    request.sizes = Lettering(view.font()).sizes(system, packaging);
    request.aspect = static_cast<double>(view.width()) / view.height();
    request.stores = packaging.units.size() == 1;
    const auto layout = model::layout::GridLayouter().layOut(request);
    if (!layout)
        qFatal("The shop cannot be laid out");
    return GraphScene(*layout, captionsOf(system, packaging));
}

// Counts the paintings, so that a frame which was not painted cannot count as a quick one.
class PaintCounter : public QObject
{
public:
    int paintings = 0;

    bool eventFilter(QObject *, QEvent *event) override
    {
        paintings += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

class Panes
{
public:
    explicit Panes(const model::system::System &system)
    {
        auto *row = new QHBoxLayout(&m_window);
        row->setContentsMargins(0, 0, 0, 0);
        for (auto *view : {&m_monolith, &m_microservices})
            row->addWidget(view, view == &m_monolith ? 3 : 7);
        for (auto *view : {&m_monolith, &m_microservices})
            view->installEventFilter(&m_counter);
        m_window.resize(890, 560); // what a window of 1440x900 leaves for the two
        m_window.show();
        QCoreApplication::processEvents();
        m_monolith.setScene(sceneOf(system, model::packaging::monolith(system), m_monolith));
        m_microservices.setScene(sceneOf(system, model::packaging::microservices(system), m_microservices));
        QCoreApplication::processEvents();
    }
    ~Panes()
    {
        m_monolith.setParent(nullptr);
        m_microservices.setParent(nullptr);
    }

    // As many requests as are wanted, on all edges, some of them failed.
    void fill()
    {
        const size_t edges = m_microservices.scene().layout().edges.size();
        for (int times = 0; m_monolith.dots() + m_microservices.dots() < wanted && times < 1000; ++times) {
            const size_t edge = static_cast<size_t>(times) % edges;
            m_microservices.addTraffic({{edge, 2, 0, 1}}, RequestDots::Moment(0));
            m_monolith.addTraffic({{0, 1, 0, 0}}, RequestDots::Moment(0));
        }
    }

    double millisecondsWhole()
    {
        return millisecondsAFrame([this] { m_window.repaint(); });
    }
    // As twice a second, when the figures change.
    double millisecondsAnew()
    {
        return millisecondsAFrame([this] {
            for (auto *view : {&m_monolith, &m_microservices})
                view->setTheme(app::style::Theme::light());
            m_window.repaint();
        });
    }
    double millisecondsOfWhatMoves()
    {
        return millisecondsAFrame([] { QCoreApplication::sendPostedEvents(nullptr, QEvent::UpdateRequest); });
    }

private:
    template<typename Paint>
    double millisecondsAFrame(Paint paint)
    {
        double spent = 0;
        m_counter.paintings = 0;
        for (int frame = 0; frame < framesPerRound; ++frame) {
            fill();
            QElapsedTimer elapsed;
            elapsed.start();
            m_monolith.advance();
            m_microservices.advance();
            paint();
            spent += static_cast<double>(elapsed.nsecsElapsed()) / 1e6;
        }
        if (m_counter.paintings < 2 * framesPerRound)
            qFatal("Only %d of %d pictures were painted", m_counter.paintings, 2 * framesPerRound);
        return spent / framesPerRound;
    }

    PaintCounter m_counter;
    QWidget m_window;
    GraphView m_monolith;
    GraphView m_microservices;
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const auto system = model::system::SystemReader::readFile(
        QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json"));
    if (!system)
        qFatal("The shop's file cannot be read");
    Panes panes(*system);
    tests::bench::Figure frame(u"a frame with 300 requests"_s, u"ms"_s, tests::bench::Better::Lower);
    for (int round = 0; round < rounds; ++round) {
        frame.add(panes.millisecondsWhole());
        frame.add(u"with the still picture drawn anew"_s, panes.millisecondsAnew());
        frame.add(u"only what moves"_s, panes.millisecondsOfWhatMoves());
    }
    frame.print();
    return 0;
}
