#include "command/published_types.h"

#include "script/source_package.h"
#include "store/type_records.h"

namespace engross {

std::int64_t newestMove(Database& database) {
    return database.snapshot([](Transaction& transaction) { return TypeRecords(transaction).newestMove(); });
}

std::vector<PublishedType> publishedTypes(Database& database, const Vault& vault) {
    const auto versions = database.snapshot([](Transaction& transaction) { return TypeRecords(transaction).inUse(); });
    std::vector<PublishedType> types;
    for (const TypeVersion& one : versions) {
        PublishedType& type = types.emplace_back();
        type.id = one.type;
        type.version = one.version;
        try {
            type.files = readPackage(vault.get(one.sources), one.sources.hex());
        } catch (const VaultError& error) {
            if (error.code() != "vault-missing" && error.code() != "vault-damaged") {
                throw;
            }
            type.unreadable = error.what();
        } catch (const ScriptFileError& error) {
            type.unreadable = error.what();
        }
    }
    return types;
}

Types withPublished(Types types, const std::string& home, Database& database, const Vault& vault) {
    if (newestMove(database) > 0) {
        types.catalogue = Catalogue::loadAfter(*types.catalogue, foldersOf(home), drawnFiles(*types.typesetter),
                                               digestOfFile, readLogo, publishedTypes(database, vault));
    }
    return types;
}

}  // namespace engross
