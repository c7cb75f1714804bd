// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/layout/graphvizlayouter.h>
#include <model/packaging/presets.h>
#include <model/system/systemreader.h>
#include <services/layout/layoutworker.h>

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <mutex>

using namespace services::layout;
using namespace Qt::StringLiterals;

namespace {

// What a blocked layouter shares with its test.
struct Gate
{
    QSemaphore entered;
    QSemaphore mayLeave;
    QSemaphore gone; // the layouter itself
    std::atomic<int> calls = 0;
    std::atomic<QThread *> thread = nullptr;
};

// Waits in each layout until the test lets it go, and answers a layout as wide as the request's aspect.
class GatedLayouter final : public Layouter
{
public:
    explicit GatedLayouter(Gate &gate)
        : m_gate(gate)
    {
    }
    ~GatedLayouter() override { m_gate.gone.release(); }
    Result<Layout> layOut(const LayoutRequest &request) override
    {
        ++m_gate.calls;
        m_gate.thread = QThread::currentThread();
        m_gate.entered.release();
        m_gate.mayLeave.acquire();
        Layout layout;
        layout.size = {request.aspect, 1};
        return layout;
    }

private:
    Gate &m_gate;
};

LayoutRequest numbered(double number)
{
    LayoutRequest request;
    request.aspect = number;
    return request;
}

} // namespace

class TestLayoutWorker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void laysOutInItsOwnThreadAndAnswersInOurs()
    {
        Gate gate;
        LayoutWorker worker(std::make_unique<GatedLayouter>(gate));
        QThread *answeredIn = nullptr;
        double width = 0;
        worker.request(u"left"_s, numbered(7), this, [&](Result<Layout> layout) {
            answeredIn = QThread::currentThread();
            width = layout->size.width();
        });
        gate.mayLeave.release();
        QTRY_COMPARE(width, 7.0);
        QCOMPARE(answeredIn, QThread::currentThread());
        QVERIFY(gate.thread != QThread::currentThread());
    }

    void skipsWhatIsStaleAndDropsItsResult()
    {
        Gate gate;
        LayoutWorker worker(std::make_unique<GatedLayouter>(gate));
        QList<double> answers;
        const auto note = [&](Result<Layout> layout) { answers += layout->size.width(); };
        worker.request(u"left"_s, numbered(1), this, note);
        gate.entered.acquire(); // the first is being made
        for (int i = 2; i <= 9; ++i)
            worker.request(u"left"_s, numbered(i), this, note);
        gate.mayLeave.release(9);
        QTRY_COMPARE(answers, (QList<double>{9}));
        QCOMPARE(gate.calls.load(), 2);
    }

    void placesDoNotDisturbEachOther()
    {
        Gate gate;
        LayoutWorker worker(std::make_unique<GatedLayouter>(gate));
        QList<double> answers;
        const auto note = [&](Result<Layout> layout) { answers += layout->size.width(); };
        worker.request(u"left"_s, numbered(1), this, note);
        worker.request(u"right"_s, numbered(2), this, note);
        gate.mayLeave.release(2);
        QTRY_COMPARE(answers, (QList<double>{1, 2}));
    }

    void nobodyIsAnsweredWhoHasGone()
    {
        Gate gate;
        LayoutWorker worker(std::make_unique<GatedLayouter>(gate));
        auto context = std::make_unique<QObject>();
        bool answeredTheDead = false;
        bool answered = false;
        worker.request(u"left"_s, numbered(1), context.get(),
                       [&](Result<Layout>) { answeredTheDead = true; });
        worker.request(u"right"_s, numbered(2), this, [&](Result<Layout>) { answered = true; });
        gate.entered.acquire();
        context.reset();
        gate.mayLeave.release(2);
        QTRY_VERIFY(answered); // made after the other one
        QVERIFY(!answeredTheDead);
    }

    void stoppingDropsWhatWaits()
    {
        Gate gate;
        bool answered = false;
        {
            LayoutWorker worker(std::make_unique<GatedLayouter>(gate));
            for (int i = 0; i < 5; ++i)
                worker.request(QString::number(i), numbered(i), this,
                               [&](Result<Layout>) { answered = true; });
            gate.entered.acquire();
            gate.mayLeave.release(5);
        }
        QCoreApplication::processEvents();
        QVERIFY(!answered);
        QVERIFY(gate.calls <= 5);
    }

    void closingDoesNotWaitForALongLayout()
    {
        static Gate gate; // for the thread that is left behind
        bool answered = false;
        {
            LayoutWorker worker(std::make_unique<GatedLayouter>(gate));
            worker.request(u"left"_s, numbered(1), this, [&](Result<Layout>) { answered = true; });
            gate.entered.acquire();
        } // though nobody lets the layout go
        gate.mayLeave.release();
        QVERIFY(gate.gone.tryAcquire(1, 20'000));
        QCoreApplication::processEvents();
        QVERIFY(!answered);
    }

    void layoutsOfTwoThreadsDoNotDisturbEachOther()
    {
        const auto system = model::system::SystemReader::readFile(
            QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json"));
        QVERIFY(system.has_value());
        LayoutRequest request;
        request.system = *system;
        request.packaging = model::packaging::microservices(*system);
        model::layout::GraphvizLayouter here;
        const auto expected = here.layOut(request);
        QVERIFY(expected.has_value());

        LayoutWorker worker(std::make_unique<model::layout::GraphvizLayouter>());
        int equal = 0;
        for (int i = 0; i < 20; ++i) {
            worker.request(QString::number(i), request, this,
                           [&](Result<Layout> layout) { equal += layout == expected ? 1 : 0; });
            QCOMPARE(here.layOut(request), expected);
        }
        QTRY_COMPARE(equal, 20);
    }
};

QTEST_GUILESS_MAIN(TestLayoutWorker)
#include "tst_layoutworker.moc"
