// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/shell/nodebar.h>

#include <QToolButton>

#include <tests/app/shell/quietwindow.h>

using namespace Qt::StringLiterals;
using namespace app::graph;
using app::shell::NodeBar;
using model::layout::NodeKind;
using model::system::CapabilityId;

// Pointing at a fault marks in its picture exactly what it would hurt.
class TestThreatened : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_window.open()); }
    void init()
    {
        m_window->findChild<NodeBar *>()->hide();
        QCursor::setPos(m_window->mapToGlobal(QPoint(2, 2)));
        QCoreApplication::processEvents();
    }

    void aModuleOfTheMonolith()
    {
        auto &view = m_window.mono().view();
        const auto &shop = m_window.mono().packaging().units.front();
        pointAt(view, {{NodeKind::Unit, shop.id.value}, CapabilityId{u"payments"_s}});
        QTest::mouseMove(verb(u"Fail"_s));
        QTRY_COMPARE_WITH_TIMEOUT(view.threatened().modules.value({u"payments"_s}), Threat::Down, 60'000);
        QCOMPARE(view.threatened().modules.value({u"orders"_s}), Threat::Degraded);
        QVERIFY(!view.threatened().modules.contains({u"catalogue"_s}));
        QVERIFY(view.threatened().nodes.isEmpty()); // not the whole shop
        QVERIFY(m_window.micro().view().threatened().isEmpty());
        m_window->findChild<NodeBar *>()->hide();
        QTRY_VERIFY(view.threatened().isEmpty());
    }

    void aServiceAmongOthers()
    {
        auto &view = m_window.micro().view();
        pointAt(view, {{NodeKind::Unit, u"payments"_s}, {}});
        QTest::mouseMove(verb(u"Fail"_s));
        const auto stateOf = [&](const QString &name) {
            return view.threatened().of({{NodeKind::Unit, name}, {}});
        };
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"payments"_s), Threat::Down, 60'000);
        QCOMPARE(stateOf(u"orders"_s), Threat::Degraded);
        QCOMPARE(stateOf(u"catalogue"_s), Threat::None);
        QVERIFY(view.threatened().modules.isEmpty());
        QVERIFY(m_window.mono().view().threatened().isEmpty());
    }

private:
    void pointAt(GraphView &view, const Target &target)
    {
        const QPointF place = view.transform().map(view.scene().boxOf(target).center());
        QMouseEvent move(QEvent::MouseMove, place, view.mapToGlobal(place), Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(&view, &move);
        QTRY_VERIFY(m_window->findChild<NodeBar *>()->isVisible());
    }
    QToolButton *verb(const QString &words) const
    {
        for (auto *button : m_window->findChild<NodeBar *>()->findChildren<QToolButton *>()) {
            if (button->isVisible() && button->text() == words)
                return button;
        }
        qFatal("No such verb");
    }

    tests::shell::QuietWindow m_window;
};

QTEST_MAIN(TestThreatened)
#include "tst_threatened.moc"
