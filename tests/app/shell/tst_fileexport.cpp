// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/shell/fileexport.h>

#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <tests/app/shell/savedialog.h>

using namespace Qt::StringLiterals;
using app::shell::FileExport;

class TestFileExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_window.show();
        m_window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_window));
    }

    void writesWhatTheEndingSays_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("the usual one") << u"shop.png"_s << u"shop.png"_s << QByteArray("a png");
        QTest::newRow("another") << u"shop.svg"_s << u"shop.svg"_s << QByteArray("a svg");
        QTest::newRow("in large letters") << u"shop.SVG"_s << u"shop.SVG"_s << QByteArray("a svg");
        QTest::newRow("none: the usual one") << u"shop"_s << u"shop.png"_s << QByteArray("a png");
    }
    void writesWhatTheEndingSays()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, name);
        const QTemporaryDir folder;
        auto *writing = ask();
        QSignalSpy written(writing, &FileExport::written);
        tests::shell::saveAs(m_window, folder.filePath(typed));
        QTRY_COMPARE(written.size(), 1);
        QCOMPARE(written.front().front().toString(), QDir::toNativeSeparators(folder.filePath(name)));
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTEST(file.readAll(), "content");
    }

    void suggestsANameOfTheChosenKind()
    {
        ask();
        QCOMPARE(nameEdit()->text(), u"shop.png"_s);
        QTest::keyClick(dialog()->findChild<QComboBox *>(u"fileTypeCombo"_s), Qt::Key_Down);
        QCOMPARE(nameEdit()->text(), u"shop.svg"_s);
        dialog()->reject();
    }

    void keepsTheFolderThatWasTypedWhenTheKindChanges()
    {
        const QTemporaryDir folder;
        ask();
        nameEdit()->selectAll();
        QTest::keyClicks(nameEdit(), folder.filePath(u"other.png"_s));
        QTest::keyClick(dialog()->findChild<QComboBox *>(u"fileTypeCombo"_s), Qt::Key_Down);
        QCOMPARE(nameEdit()->text(), u"other.svg"_s);
        QCOMPARE(dialog()->directory(), QDir(folder.path()));
        dialog()->reject();
    }

    void whoDoesNotWishItAfterAllLeavesNothing()
    {
        QPointer<FileExport> writing = ask();
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(writing.isNull());
    }

    void saysWhyAFileCouldNotBeWritten_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("remedy");
        QTest::newRow("no such folder")
            << u"/nowhere/at/all/shop.png"_s << u"No such file or directory"_s << u"Choose another place."_s;
        QTest::newRow("no such kind")
            << QDir::tempPath() + u"/shop.bmp"_s << u"none of png, svg"_s << u"Choose a name that ends so."_s;
    }
    void saysWhyAFileCouldNotBeWritten()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, reason);
        QFETCH(const QString, remedy);
        auto *writing = ask();
        QSignalSpy failed(writing, &FileExport::failed);
        tests::shell::saveAs(m_window, path);
        QTRY_COMPARE(failed.size(), 1);
        const QString words = failed.front().front().toString();
        for (const auto &part : {path, reason, remedy})
            QVERIFY2(words.contains(part), qPrintable(words));
    }

private:
    FileExport *ask()
    {
        auto *writing = new FileExport({u"Export"_s,
                                        u"shop"_s,
                                        {u"png"_s, u"svg"_s},
                                        [](const QString &ending) { return "a " + ending.toUtf8(); }},
                                       m_window);
        writing->ask();
        return writing;
    }
    QFileDialog *dialog() const { return m_window.findChild<QFileDialog *>(); }
    QLineEdit *nameEdit() const { return dialog()->findChild<QLineEdit *>(u"fileNameEdit"_s); }

    QWidget m_window;
};

QTEST_MAIN(TestFileExport)
#include "tst_fileexport.moc"
