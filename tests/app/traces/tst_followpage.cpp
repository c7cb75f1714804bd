// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sometraces.h"

#include <app/traces/followpage.h>

#include <QApplication>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace app::traces;
using model::telemetry::Trace;
using tests::support::spansOf;

namespace {

// Which step of the monolith and which of the microservices is marked.
using Marked = std::pair<int, int>;

} // namespace

// The microservices' check-out has eight steps. Of them the monolith's has the customer's wish, the
// storefront's, the order, the payment, the answer, and Shipping's message; and one of its own at last.
class TestFollowPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_page = std::make_unique<FollowPage>(m_shop.system, m_shop.shapes());
        m_page->setTheme(app::style::Theme::dark());
        m_page->resize(1280, 320);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->follow(1, Trace(spansOf(tests::traces::checkOut)));
        m_page->compareWith(0, Trace(spansOf(tests::traces::heardInOneBox)));
        QCOMPARE(marked(), Marked(0, 0));
    }

    void forthAndBackTheSameWay()
    {
        const std::vector<Marked> way{{0, 0}, {1, 1}, {2, 2}, {2, 3}, {2, 4}, {3, 5}, {4, 6}, {5, 7}};
        for (size_t step = 1; step < way.size(); ++step) {
            press(Qt::Key_Right);
            QCOMPARE(marked(), way[step]);
        }
        press(Qt::Key_Right); // it ends there
        QCOMPARE(marked(), way.back());
        for (size_t step = way.size() - 1; step-- > 0;) {
            press(Qt::Key_Left);
            QCOMPARE(marked(), way[step]);
        }
        press(Qt::Key_Left);
        QCOMPARE(marked(), way.front());
    }

    void byTheButtons()
    {
        for (int times = 0; times < 3; ++times)
            click(u"Next"_s);
        QCOMPARE(marked(), Marked(2, 3));
        click(u"Back"_s);
        click(u"Back"_s);
        QCOMPARE(marked(), Marked(1, 1));
    }

    void toTheLastAndTheFirst()
    {
        press(Qt::Key_End);
        QCOMPARE(marked(), Marked(5, 7));
        press(Qt::Key_Home);
        QCOMPARE(marked(), Marked(0, 0));
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        press(Qt::Key_Up);
        QCOMPARE(marked(), Marked(1, 1));
    }

    void whereAPersonPoints()
    {
        point(1, 5);
        QCOMPARE(marked(), Marked(3, 5));
        point(1, 1); // back
        QCOMPARE(marked(), Marked(1, 1));
        point(0, 4); // in the other shape
        QCOMPARE(marked(), Marked(4, 6));
        point(0, 2);
        QCOMPARE(marked(), Marked(2, 2));
        press(Qt::Key_Down); // there as well
        QCOMPARE(marked(), Marked(3, 5));
        press(Qt::Key_Home);
        QCOMPARE(marked(), Marked(0, 0));
    }

    void whatOnlyTheOtherShapeHas()
    {
        point(0, 6); // a parcel is on its way
        QCOMPARE(marked(), Marked(6, 7));
        press(Qt::Key_Left);
        QCOMPARE(marked(), Marked(4, 6));
        press(Qt::Key_Right);
        QCOMPARE(marked(), Marked(5, 7));
    }

    void messagesInAnotherOrder()
    {
        const auto told = [](const QString &first, const QString &second) {
            return Trace(spansOf(u"journey check-out 0-50\n"
                                 "  message %1 order.placed 60-66\n"
                                 "  message %2 order.placed 70-76\n"_s.arg(first, second)));
        };
        m_page->follow(1, told(u"cart"_s, u"shipping"_s));
        m_page->compareWith(0, told(u"shipping"_s, u"cart"_s));
        press(Qt::Key_Right);
        press(Qt::Key_Right);
        QCOMPARE(marked(), Marked(3, 2));
        press(Qt::Key_Right);
        QCOMPARE(marked(), Marked(2, 3));
        press(Qt::Key_Left);
        QCOMPARE(marked(), Marked(3, 2));
    }

    void saysWhatIsShownNow()
    {
        QSignalSpy shown(m_page.get(), &FollowPage::stepShown);
        press(Qt::Key_Right);
        press(Qt::Key_Right);
        shown.clear();
        press(Qt::Key_Right); // the monolith stays where it is, and its light with it
        QCOMPARE(shown.size(), 1);
        QCOMPARE(shown[0][0].toInt(), 1);
        QCOMPARE(shown[0][1].value<TaleStep>().to.value, u"cart"_s);
        shown.clear();
        press(Qt::Key_Home);
        QCOMPARE(shown.size(), 2);
    }

    void theSameAgainFromTheBeginning()
    {
        press(Qt::Key_Right);
        QSignalSpy shown(m_page.get(), &FollowPage::stepShown);
        QSignalSpy nothing(m_page.get(), &FollowPage::nothingShown);
        m_page->follow(1, Trace(spansOf(tests::traces::checkOut)));
        QCOMPARE(nothing.size(), 2); // what was lit before is another story's
        QCOMPARE(shown.size(), 1);
        QCOMPARE(marked(), Marked(-1, 0));
        press(Qt::Key_End);
        m_page->compareWith(0, Trace(spansOf(tests::traces::heardInOneBox))); // late
        QCOMPARE(marked(), Marked(5, 7));
        shown.clear();
        m_page->compareWith(0, Trace(spansOf(tests::traces::heardInOneBox))); // once more
        QVERIFY(shown.isEmpty());
    }

    void aShorterTellingOfTheOtherTurnsNothing()
    {
        press(Qt::Key_End);
        QCOMPARE(marked(), Marked(5, 7));
        m_page->compareWith(0, Trace(spansOf(u"journey check-out 0-50\n"_s)));
        QCOMPARE(marked().second, 7);
        press(Qt::Key_Left);
        QCOMPARE(marked().second, 6);
    }

    void withoutTheOther()
    {
        QSignalSpy nothing(m_page.get(), &FollowPage::nothingShown);
        m_page->compareWith(0, {});
        QCOMPARE(nothing.size(), 1);
        press(Qt::Key_Right);
        QCOMPARE(marked(), Marked(-1, 1));
    }

private:
    QListView &list(int fleet) const
    {
        const auto name
            = u"The request's story in %1"_s.arg(m_shop.shapes()[static_cast<size_t>(fleet)].title);
        for (auto *each : m_page->findChildren<QListView *>()) {
            if (each->accessibleName() == name)
                return *each;
        }
        qFatal("no list");
    }
    Marked marked() const { return {list(0).currentIndex().row(), list(1).currentIndex().row()}; }
    static void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    void point(int fleet, int step)
    {
        auto &view = list(fleet);
        const auto sentence = view.model()->index(step, 0);
        view.scrollTo(sentence);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(sentence).center());
    }
    void click(const QString &words)
    {
        for (auto *each : m_page->findChildren<QPushButton *>()) {
            if (each->text() == words)
                return QTest::mouseClick(each, Qt::LeftButton);
        }
        qFatal("no button %s", qPrintable(words));
    }

    const tests::support::Shop m_shop;
    std::unique_ptr<FollowPage> m_page;
};

QTEST_MAIN(TestFollowPage)
#include "tst_followpage.moc"
