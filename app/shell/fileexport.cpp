// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fileexport.h"

#include "filewriting.h"
#include "whenfinished.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace app::shell {

using namespace Qt::StringLiterals;

FileExport::FileExport(FileWish wish, QWidget &window)
    : QObject(&window)
    , m_wish(std::move(wish))
    , m_window(window)
{
}

void FileExport::ask()
{
    auto *dialog = new QFileDialog(&m_window, m_wish.title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    for (const auto &ending : m_wish.endings)
        filters << u"%1 (*.%2)"_s.arg(ending.toUpper(), ending);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(m_wish.endings.front());
    dialog->selectFile(u"%1.%2"_s.arg(m_wish.name, m_wish.endings.front()));
    connect(dialog, &QFileDialog::filterSelected, this, [this, dialog, filters](const QString &filter) {
        const QString ending = m_wish.endings.value(filters.indexOf(filter), m_wish.endings.front());
        const QFileInfo named(dialog->selectedFiles().value(0));
        dialog->setDefaultSuffix(ending);
        if (named.dir() != dialog->directory())
            dialog->setDirectory(named.dir()); // that of what was typed
        if (m_wish.endings.contains(named.suffix().toLower()))
            dialog->selectFile(u"%1.%2"_s.arg(named.completeBaseName(), ending));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &FileExport::writeTo);
    connect(dialog, &QFileDialog::rejected, this, &QObject::deleteLater);
    dialog->open();
}

void FileExport::writeTo(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (!m_wish.endings.contains(ending)) {
        Q_EMIT failed(tr("%1 was not written: by its ending it is none of %2. Choose a name that ends so.")
                          .arg(QDir::toNativeSeparators(path), m_wish.endings.join(u", "_s)));
        return deleteLater();
    }
    const auto content = [make = m_wish.content, ending] { return make(ending); };
    whenFinished(writeFile(path, content), this, [this, path](const QString &failure) {
        if (failure.isEmpty())
            Q_EMIT written(QDir::toNativeSeparators(path));
        else
            Q_EMIT failed(failure);
        deleteLater();
    });
}

} // namespace app::shell
